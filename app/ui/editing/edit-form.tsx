import type { ReactNode } from "react";
import { Form } from "#app/ui/remix.ts";

type EditFormProps = { children: ReactNode; id?: string; encType?: "multipart/form-data" };

/** Holds the fields of a long form. */
export const EditForm = (props: EditFormProps) => (
  <Form method="post" {...props} noValidate className="edit-form" />
);
