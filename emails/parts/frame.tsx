import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Text } from "@react-email/text";
import { Fragment, type ReactNode } from "react";
import { words } from "#app/i18n/index.ts";
import { mailType } from "#app/lib/type-scale.ts";
import { Blocks } from "./blocks.tsx";
import type { Letter } from "./letter.ts";
import { ink, paper, rule, sans, serif, set, sheet, styles } from "./style.ts";

/** Frames every email: one column of 600 px, the mark on its line, the foot. No image. */
export function Frame({ letter }: { letter: Letter }) {
  return (
    <Html lang={letter.locale} dir={words(letter.locale).language.direction}>
      <Head>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{letter.subject}</title>
        <style>{sheet}</style>
      </Head>
      <Body className="paper" style={{ margin: 0, padding: 0, backgroundColor: paper }}>
        <Preview>{letter.preview}</Preview>
        <Container className="paper" style={{ maxWidth: "600px", margin: "0 auto" }}>
          <Row padding="28px 24px 0">
            <Mark />
          </Row>
          <Row padding="30px 24px 12px">
            {letter.eyebrow && (
              <Text className="muted" style={{ ...styles.codeLabel, marginBottom: "10px" }}>
                {letter.eyebrow}
              </Text>
            )}
            <Heading as="h1" className="ink h1" style={styles.heading}>
              {letter.heading}
            </Heading>
            <Blocks letter={letter} />
          </Row>
          <Row padding="0 24px 40px">
            <Foot {...letter.footer} />
          </Row>
        </Container>
      </Body>
    </Html>
  );
}

function Row({ padding, children }: { padding: string; children: ReactNode }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td className="pad" align="left" style={{ padding }}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const mark = {
  padding: "0 18px 3px 0",
  borderBottom: `2px solid ${ink}`,
  fontFamily: serif,
  ...set(mailType.wordmark),
  fontWeight: 600,
  color: ink,
};

/** The × of the signature line, as text. */
function Mark() {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td className="ink line" style={mark}>
            <span style={{ fontFamily: sans, fontSize: `${mailType.body.size}px` }}>×</span>
            {"\u00a0Undersigned"}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Foot({ sender, reason, links }: Letter["footer"]) {
  return (
    <div
      className="muted rule"
      style={{ ...styles.footer, borderTop: `1px solid ${rule}`, paddingTop: "16px" }}
    >
      {sender.map((line) => (
        <Text key={line} className="muted" style={styles.footer}>
          {line}
        </Text>
      ))}
      <Text className="muted" style={styles.footer}>
        {reason}
        {links.map(({ label, url }) => (
          <Fragment key={label}>
            <br />
            <Link className="link" href={url} style={{ ...styles.link, whiteSpace: "nowrap" }}>
              {label}
            </Link>
          </Fragment>
        ))}
      </Text>
    </div>
  );
}
