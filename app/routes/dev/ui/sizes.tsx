import {
  headlineLeading,
  headlineSizes,
  mailType,
  pageType,
  paperType,
  pictureType,
  type Type,
} from "#app/lib/type-scale.ts";
import looks from "./words.ts";

type Sizes = Readonly<Record<string, Type>>;

const pages = Object.fromEntries(
  Object.entries(pageType).map(([role, size]) => [role, { size, leading: size }]),
);
const [largest = 0] = headlineSizes;
const pictures = { headline: { size: largest, leading: largest * headlineLeading }, ...pictureType };

const media: readonly { of: "page" | "paper" | "picture" | "mail"; sizes: Sizes; unit: "px" | "pt" }[] = [
  { of: "page", sizes: pages, unit: "px" },
  { of: "paper", sizes: paperType, unit: "pt" },
  { of: "picture", sizes: pictures, unit: "px" },
  { of: "mail", sizes: mailType, unit: "px" },
];

/** Two letters in their actual size, drawn without a style of their own. */
function Sample({ size, unit }: { size: number; unit: "px" | "pt" }) {
  const [width, height] = [`${size * 1.3}${unit}`, `${size * 1.1}${unit}`];
  return (
    <svg width={width} height={height} viewBox="0 0 13 11" aria-hidden="true">
      <text x="0" y="8.5" fontSize="10">
        Aa
      </text>
    </svg>
  );
}

/** Lists the sizes of pages, papers, pictures and emails by use, largest first. */
export function Sizes() {
  const { roles, media: names } = looks.type;
  return (
    <ul className="type-roles">
      {Object.entries(roles).map(([role, name]) => (
        <li key={role}>
          <span>{name}</span>
          {media.map(({ of, sizes, unit }) => {
            const type = sizes[role];
            return (
              <span key={of}>
                {type && (
                  <>
                    <Sample size={type.size} unit={unit} />
                    <span className="small muted">
                      {names[of]} {Math.round(type.size * 10) / 10} {unit}
                    </span>
                  </>
                )}
              </span>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
