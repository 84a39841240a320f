export type DiffPart = { kind: "same" | "removed" | "added"; text: string };

/** With more pairs of words, the middle is one removal and one addition. */
const pairsAtMost = 4_000_000;

/** Compares two texts by words. Without `added` parts it gives the first, without `removed` the second. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const parts: DiffPart[] = [{ kind: "same", text: a.slice(0, start).join("") }];
  const [gone, come] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (gone.length * come.length > pairsAtMost) {
    parts.push({ kind: "removed", text: gone.join("") }, { kind: "added", text: come.join("") });
  } else parts.push(...middle(gone, come));
  parts.push({ kind: "same", text: a.slice(a.length - end).join("") });
  return joined(parts);
}

/** Words, with the spaces between them as separate pieces. */
const piecesOf = (text: string) => text.split(/(\s+)/).filter((piece) => piece !== "");

/** Uses the longest common subsequence of pieces. */
function middle(a: readonly string[], b: readonly string[]): DiffPart[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: "same", text: a[i] ?? "" });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: "removed", text: a[i] ?? "" });
      i++;
    } else {
      parts.push({ kind: "added", text: b[j] ?? "" });
      j++;
    }
  }
  return parts;
}

/** Merges neighbors of one kind; a lone space that stayed between two changes joins both. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let pending = { removed: "", added: "" };
  const flush = () => {
    if (pending.removed) out.push({ kind: "removed", text: pending.removed });
    if (pending.added) out.push({ kind: "added", text: pending.added });
    pending = { removed: "", added: "" };
  };
  for (const [n, { kind, text }] of parts.entries()) {
    if (text === "") continue;
    if (kind !== "same") pending[kind] += text;
    else if (/^\s+$/.test(text) && (pending.removed || pending.added) && isChange(parts[n + 1])) {
      pending.removed += text;
      pending.added += text;
    } else {
      flush();
      const last = out.at(-1);
      if (last?.kind === "same") last.text += text;
      else out.push({ kind, text });
    }
  }
  flush();
  return out;
}

const isChange = (part: DiffPart | undefined) => part !== undefined && part.kind !== "same";
