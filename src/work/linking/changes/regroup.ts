/** What stands together: member → its group. */
export type Grouping = ReadonlyMap<string, string>;

export interface Regrouping {
  /** Groups of afterwards that hold members of several groups of before. */
  readonly joined: ReadonlyMap<string, ReadonlySet<string>>;
  /** Groups of before whose members are in several groups now. */
  readonly split: ReadonlyMap<string, ReadonlySet<string>>;
  /** Groups that went over whole: of before → of afterwards. */
  readonly same: ReadonlyMap<string, string>;
}

/** How members that are there before and after came to stand with others. Members of one side only change nothing here. */
export function regrouped(before: Grouping, after: Grouping): Regrouping {
  const from = new Map<string, Set<string>>();
  const to = new Map<string, Set<string>>();
  for (const [member, group] of after) {
    const old = before.get(member);
    if (old === undefined) continue;
    put(from, group, old);
    put(to, old, group);
  }
  const several = (groups: ReadonlyMap<string, Set<string>>) => new Map([...groups].filter(([, others]) => others.size > 1));
  const same = new Map<string, string>();
  for (const [old, now] of to) {
    const [only = ''] = now;
    if (now.size === 1 && from.get(only)?.size === 1) same.set(old, only);
  }
  return { joined: several(from), split: several(to), same };
}

function put(groups: Map<string, Set<string>>, key: string, value: string): void {
  const known = groups.get(key);
  if (known) known.add(value);
  else groups.set(key, new Set([value]));
}
