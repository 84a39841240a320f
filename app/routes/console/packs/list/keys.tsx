import type { PackKey } from "#app/domain/outgoing/packs/pack-key.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Shows the key that signs packs, to compare with what a pack names. */
export function Keys({ slug, keys }: { slug: string; keys: readonly PackKey[] }) {
  const { packs: say } = useWords().packs;
  const [key] = keys;
  if (!key) return null;
  return (
    <section className="aside pack-key" aria-labelledby="key">
      <h2 id="key">{say.keyHeading}</h2>
      <p className="small">{say.keyText}</p>
      <dl className="facts">
        <div>
          <dt>{say.keyId}</dt>
          <dd className="hash">{key.id.replace(/(.{8})(?=.)/g, "$1 ")}</dd>
        </div>
        <div>
          <dt>{say.keyPublic}</dt>
          <dd className="hash">{key.publicKey}</dd>
        </div>
      </dl>
      <p className="small">
        <code>npm run cli -- verify-pack FILE --key {key.publicKey}</code>
      </p>
      <p className="small">
        <a href={`/c/${slug}/pack-key.json`}>{say.keyPage}</a>
      </p>
    </section>
  );
}
