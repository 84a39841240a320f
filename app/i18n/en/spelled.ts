import { icu } from "./icu.ts";

/** Writes small numbers in words, for running text. */
export const spelled = (count: number) =>
  icu(
    "{count, plural, =0 {no} =1 {one} =2 {two} =3 {three} =4 {four} =5 {five} =6 {six} =7 {seven} =8 {eight} =9 {nine} other {#}}",
    { count },
  );
