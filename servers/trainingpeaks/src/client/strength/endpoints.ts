export const strengthEndpoints = {};
