export const RECEIPT = "receipt";
