export { noted, notesShape } from '@core/mcp-kit';
