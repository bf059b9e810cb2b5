/** People are spread over so many buckets; a few of them are a fair sample of all. */
export const buckets = 1_024;
