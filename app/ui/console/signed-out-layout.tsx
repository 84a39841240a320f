import type { ReactNode } from "react";
import { useWords } from "#app/ui/locale.tsx";
import { Wordmark } from "#app/ui/wordmark.tsx";
import { useNoteLost } from "./use-keep-typed.ts";

/** Frames pages before sign-in: sign in, invitation. */
export function SignedOutLayout({ children }: { children: ReactNode }) {
  const { organize } = useWords();
  useNoteLost();
  return (
    <>
      <a className="skip" href="#main">
        {organize.skip}
      </a>
      <header className="wrap mast">
        <Wordmark />
        <p className="muted small">{organize.name}</p>
      </header>
      <main id="main" className="wrap column">
        {children}
      </main>
    </>
  );
}
