import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";

/** A download leaves the page as it is: for two minutes after one begins, the list of packs renews itself. */
export function useWatch() {
  const [looks, setLooks] = useState(0);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (looks === 0) return;
    const timer = setTimeout(() => {
      revalidate();
      setLooks(looks - 1);
    }, 3000);
    return () => clearTimeout(timer);
  }, [looks, revalidate]);
  return () => setLooks(40);
}
