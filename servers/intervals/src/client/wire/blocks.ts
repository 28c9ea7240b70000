import { wireOrNull } from '@core/mcp-kit/http';

/** With `fields=` this service drops the nulls that it otherwise sends: absent and `null` mean the same here. */
export const { number, text, flag, id, optionalId, rows, list, numbers, texts, maybe } = wireOrNull;
