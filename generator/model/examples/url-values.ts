/** How numbers and truth values stand in a URL. */
export const INTEGER = /^(?:0|[1-9]\d{0,14})$/;
/** Some houses write `True`; programs send `true`. */
export const TRUTH = /^(?:true|false|True|False)$/;
