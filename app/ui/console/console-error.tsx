import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useWords } from "../locale.tsx";

/** What an organizer sees when a page is not theirs, not there, or broke. `framed`: inside the console's frame. */
export function ConsoleError({ framed = true }: { framed?: boolean }) {
  const { errors } = useWords().organize;
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { title, text } = status === 403 ? errors[403] : status === 404 ? errors[404] : errors[500];
  const content = (
    <div className="blank">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="/organize">{errors.back}</a>
      </p>
    </div>
  );
  return framed ? content : <main className="wrap column">{content}</main>;
}
