export const groupEndpoints = {};
