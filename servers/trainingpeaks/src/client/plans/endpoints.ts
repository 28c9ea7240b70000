export const planEndpoints = {};
