import { icu } from "./icu.ts";

/** Small numbers in words, as running text writes them, of what is feminine: cosas. */
export const spelled = (count: number) =>
  icu(
    "{count, plural, =0 {ninguna} =1 {una} =2 {dos} =3 {tres} =4 {cuatro} =5 {cinco} =6 {seis} =7 {siete} =8 {ocho} =9 {nueve} other {#}}",
    { count },
  );
