export { noted, notesShape, skippedNote } from '@core/mcp-kit';
