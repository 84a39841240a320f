import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";

type Style = {
  /** `act`: the one thing to do on this screen. `plain` (default): everything else. */
  look?: "act" | "plain" | undefined;
  /** As wide as the form. */
  wide?: boolean | undefined;
};

const classes = ({ look = "plain", wide = false }: Style) =>
  ["btn", look === "act" && "act", wide && "wide"].filter(Boolean).join(" ");

/** A button that submits its form, unless told another type. */
export function Button({
  look,
  wide,
  type = "submit",
  ...rest
}: Style & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={classes({ look, wide })} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({
  look,
  wide,
  children,
  ...rest
}: Style & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a className={classes({ look, wide })} {...rest}>
      {children}
    </a>
  );
}
