import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";

type SnippetProps = {
  id: string;
  words: { heading: string; text: string };
  frame: { origin: string; path: string; height: number; title: string };
  /** The link for browsers without frames. */
  link: { path: string; text: string };
};

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** Shows a widget, and the lines that put it on another page. */
export function Snippet({ id, words, frame, link }: SnippetProps) {
  const { embed } = useWords();
  const { origin, path, height, title } = frame;
  const code = [
    `<iframe src="${origin}${path}?source=${embed.sourceField}" title="${escaped(title)}" ` +
      `width="100%" height="${height}" style="border:0;max-width:34rem" loading="lazy"></iframe>`,
    `<script src="${origin}/embed.js" async></script>`,
    `<noscript><a href="${origin}${link.path}">${escaped(link.text)}</a></noscript>`,
  ].join("\n");
  return (
    <section className="snippet">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <h3>{embed.code}</h3>
      <pre>
        <code id={id}>{code}</code>
      </pre>
      {/* Shown by a script if copying works: otherwise the code above is selected by hand. */}
      <Button type="button" hidden data-copy={id} data-copied={embed.copied}>
        {embed.copy}
      </Button>
      <p className="small muted gap">
        {embed.source(embed.sourceField)} {embed.height}
      </p>
      <h3>{embed.preview}</h3>
      <iframe src={path} title={title} width="100%" height={height} loading="lazy" />
    </section>
  );
}
