import { colours, contrast, readOn, type readTokens, themes } from "#app/ui/tokens.ts";
import looks from "./words.ts";

type Tokens = ReturnType<typeof readTokens>;

/** A color with another on it, drawn without a style of their own. */
function Swatch({ text, on }: { text?: string | undefined; on: string | undefined }) {
  return (
    <svg className="swatch" viewBox="0 0 56 28" aria-hidden="true">
      <rect width="56" height="28" fill={on} />
      {text && (
        <text x="28" y="20" fill={text} textAnchor="middle">
          Aa
        </text>
      )}
    </svg>
  );
}

/** Lists text colors with their backgrounds and both themes' contrast. */
export function Contrasts({ tokens }: { tokens: Tokens }) {
  const { columns } = looks.colour;
  return (
    <table>
      <thead>
        <tr>
          {[columns.text, columns.on, columns.light, columns.dark].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {readOn.map(({ text, on }) => (
          <tr key={`${text} ${on}`}>
            <td>{text}</td>
            <td>{on}</td>
            {themes.map((theme) => {
              const [one = "", other = ""] = [tokens[theme][text], tokens[theme][on]];
              return (
                <td key={theme}>
                  <Swatch text={one} on={other} /> {contrast(one, other).toFixed(2)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lists each color's value in both themes. */
export function Colours({ tokens }: { tokens: Tokens }) {
  const { columns, token } = looks.colour;
  return (
    <table>
      <thead>
        <tr>
          {[token, columns.light, columns.dark].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {colours(tokens.light).map((name) => (
          <tr key={name}>
            <th scope="row">--{name}</th>
            {themes.map((theme) => (
              <td key={theme}>
                <Swatch on={tokens[theme][name]} /> {tokens[theme][name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const steps = [4, 8, 12, 16, 24, 32, 48, 64, 96];

export const Steps = () => (
  <ul className="steps-of-grid">
    {steps.map((step) => (
      <li key={step}>
        <span>{step}</span>
        <svg width={step} height="12" aria-hidden="true">
          <rect width={step} height="12" />
        </svg>
      </li>
    ))}
  </ul>
);
