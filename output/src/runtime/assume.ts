/**
 * The one place where a value is taken for a type without a look at it: answers are trusted to be what the docs say, bodies to have passed
 * the generated signature. Compiles to nothing.
 */
export function assume<T>(_value: unknown): asserts _value is T {}
