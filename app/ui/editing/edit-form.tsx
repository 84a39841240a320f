import { type ReactNode, useEffect, useRef } from "react";
import { Form } from "#app/ui/remix.ts";

type EditFormProps = { children: ReactNode; encType?: "multipart/form-data" };

/** Warns before leaving a long form with unsaved changes. */
export function EditForm({ children, encType }: EditFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const touched = useRef(false);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (touched.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
  return (
    <Form
      ref={form}
      method="post"
      {...(encType && { encType })}
      noValidate
      className="edit-form"
      onInput={() => {
        touched.current = true;
      }}
      onSubmit={() => {
        touched.current = false;
      }}
    >
      {children}
    </Form>
  );
}
