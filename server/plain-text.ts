/**
 * Text that a column may hold as it is: no control characters, no lone surrogates. SQLite hands those on as bytes that are no
 * UTF-8, and libSQL's driver ends the whole process when it reads them back. Inside of JSON they are escaped, and harmless.
 */
export const plainText = /^[^\p{Cc}\p{Cs}]*$/u;
