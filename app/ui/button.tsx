import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";

type Style = {
  /**
   * `act`: the main action on this screen. `danger`: cannot be undone. `plain` (default): everything else.
   */
  variant?: "act" | "danger" | "plain" | undefined;
  /** As wide as the form. */
  wide?: boolean | undefined;
};

const classes = ({ variant = "plain", wide = false }: Style) =>
  ["btn", variant !== "plain" && variant, wide && "wide"].filter(Boolean).join(" ");

/** Submits its form, unless given another type. */
export function Button({
  variant,
  wide,
  type = "submit",
  ...rest
}: Style & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={classes({ variant, wide })} {...rest} />;
}

/** Shows a link like a button. */
export function ButtonLink({
  variant,
  wide,
  children,
  ...rest
}: Style & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a className={classes({ variant, wide })} {...rest}>
      {children}
    </a>
  );
}
