import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { formatDate, formatTime, words } from "#app/i18n/index.ts";
import { listMailbox } from "#app/mail/mailbox.server.ts";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/mailbox.css?url";

const atMost = 100;

/** Lists emails written as files here, for this user. */
export async function loader({ context: { env, isLocalRequest, locale, transport } }: LoaderFunctionArgs) {
  if (!isLocalRequest) throw notFound();
  const { mails, all } = await listMailbox(env.mail.dir, atMost);
  return {
    all,
    mails: mails.map(({ id, to, subject, writtenAt }) => ({ id, to, subject, writtenAt })),
    sendsForReal: transport.name !== "file",
    title: words(locale).mail.mailbox.title,
  };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Undersigned` }];

export default function Mailbox() {
  const { all, mails, sendsForReal, title } = useLoaderData<typeof loader>();
  const { mailbox } = useWords().mail;
  const locale = useLocale();
  const to = useLocalizedPath();
  return (
    <Page>
      <h1>{title}</h1>
      <p className="standfirst">{mailbox.intro}</p>
      {sendsForReal && <p>{mailbox.notFiles}</p>}
      {mails.length === 0 ? (
        <p className="gap">{mailbox.empty}</p>
      ) : (
        <div className="wide-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{mailbox.subject}</th>
                <th scope="col">{mailbox.to}</th>
                <th scope="col">{mailbox.written}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <tr key={mail.id}>
                  <td>
                    <a href={to(`/dev/mailbox/${mail.id}`)}>{mail.subject}</a>
                  </td>
                  <td className="anywhere">{mail.to}</td>
                  <td className="muted">
                    {mailbox.at(formatDate(locale, mail.writtenAt), formatTime(locale, mail.writtenAt))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mails.length < all && <p className="muted gap">{mailbox.newest(mails.length, all)}</p>}
    </Page>
  );
}
