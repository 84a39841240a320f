import type en from "../en/template.ts";
import type { Translation } from "../translation.ts";

export default {
  eyebrow: "Petición",
  standfirst: "[Diga en dos frases qué hace la empresa, a quién afecta y qué le pide.]",
  statements: {
    thesis: "[Primero su conclusión: qué hace la empresa y por qué no puede seguir así.]",
    people: "[Qué les pasa a las personas, según una fuente. Un solo hecho por afirmación.]",
    reported: "[Qué hace la empresa, según un medio o un registro público.]",
    company: "[Qué dice la empresa al respecto, con sus propias palabras.]",
    acted: "[Cuándo cambió de rumbo antes esta empresa, u otra.]",
    ask: "[Qué le pide a la empresa, de modo que cualquiera pueda verificar si se hizo.]",
    conclusion: "[Una frase que se recuerde.]",
  },
  campaign: "Esta campaña",
  reporter: "[Quién lo publica]",
  company: "[La empresa]",
  summary: "[Qué pide, en una frase.]",
  body: "[A quién se dirige y por qué escribe.]\n\n[Qué pide, como lista numerada.]",
} satisfies Translation<typeof en>;
