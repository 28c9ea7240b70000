/** How requests are signed: see docs/api-notes.md. */
export type SigningMode = 'auto' | 'off' | 'module' | 'key';
