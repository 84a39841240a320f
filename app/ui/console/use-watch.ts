import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** While something is being made, the page renews itself every second. */
export function useWatch(making: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!making || state !== "idle") return;
    const timer = setTimeout(revalidate, 1000);
    return () => clearTimeout(timer);
  }, [making, revalidate, state]);
}
