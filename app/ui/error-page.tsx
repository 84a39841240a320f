import { useLocalizedPath, useWords } from "./locale.tsx";
import { Page } from "./page.tsx";

/** What a reader sees when an address leads nowhere or something broke: no stack, no code to decipher. */
export function ErrorPage({ status }: { status: number }) {
  const { errors } = useWords();
  const to = useLocalizedPath();
  const known = status in errors.page ? (status as keyof typeof errors.page) : status < 500 ? 404 : 500;
  const { title, text } = errors.page[known];
  return (
    <Page>
      <h1>{title}</h1>
      <p className="standfirst">{text}</p>
      <p className="gap">
        <a href={to("/")}>{errors.home}</a>
      </p>
    </Page>
  );
}
