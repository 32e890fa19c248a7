/**
 * Keeps what was last made, up to `most` of it; the longest unasked for goes first. What is kept must follow from its key alone: then nobody can
 * tell whether it was remembered or made.
 */
export function remember<Value>(most: number): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  return (key, make) => {
    const known = kept.get(key);
    const value = known ?? make();
    if (known !== undefined) kept.delete(key);
    else if (kept.size >= most) kept.delete(kept.keys().next().value as string);
    kept.set(key, value);
    return value;
  };
}
