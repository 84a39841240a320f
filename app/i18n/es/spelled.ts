import { icu } from "./icu.ts";

/** Writes small numbers in words, for running text, in the feminine: cosas. */
export const spelled = (count: number) =>
  icu(
    "{count, plural, =0 {ninguna} =1 {una} =2 {dos} =3 {tres} =4 {cuatro} =5 {cinco} =6 {seis} =7 {siete} =8 {ocho} =9 {nueve} other {#}}",
    { count },
  );
