import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  title: "Llévelo a su sitio",
  standfirst:
    "Un formulario para firmar, o solo el recuento, en cualquier página suya. Y las cifras de la campaña como datos abiertos, para redacciones y programas.",

  widget: {
    newTab: "El botón abre una pestaña nueva, donde verá la dirección de esta campaña.",
    read: "Lea el caso",
    by: "Una campaña en",
  },

  private: {
    heading: "Qué hace con quienes le leen",
    points: [
      "No pone ninguna cookie y no carga nada que no sea de este sitio.",
      "Usted nunca ve lo que se escribe en él, y nosotros no sabemos quién leyó su página: solo se cuenta su dirección, sin nada de lo que sigue al dominio.",
      "Nadie cuenta hasta que pulsa el botón del mensaje que le enviamos.",
    ],
  },

  form: {
    heading: "El formulario",
    text: "Se firma sin salir de su página; lo que sigue se abre en una pestaña propia.",
  },
  counter: { heading: "El recuento", text: "Cuántas personas han firmado, con un botón que lleva aquí." },
  code: "Para copiar en su página",
  copy: "Copiar",
  copied: "Copiado",
  preview: "Así se ve",
  source: (field) =>
    `Para ver en las cifras de la campaña cuántas personas llegaron por usted, ponga un nombre suyo en lugar de ${field}: letras, cifras, puntos, guiones.`,
  height: "La segunda línea ajusta la altura. Sin ella, o sin JavaScript, el marco se desplaza.",
  frameTitle: (title) => `Firmar: ${title}`,
  counterTitle: (title) => `Cuántas personas han firmado: ${title}`,
  sourceField: "SU-SITIO",
  fallback: (title) => `Firmar “${title}”`,

  data: {
    heading: "Datos abiertos",
    text: "Cualquier sitio puede leer estas direcciones. Los recuentos tienen como mucho unos segundos de antigüedad. Ninguna pone cookies ni contiene nada sobre una sola persona.",
    what: "Qué",
    address: "Dirección",
    rows: {
      count: "Los recuentos de este momento",
      series: "A lo largo del tiempo, en JSON",
      seriesCsv: "A lo largo del tiempo, en tabla (CSV)",
      pledges: "Los compromisos de los accionistas",
      letters: "El registro de cartas",
      updates: "Novedades, como canal (Atom)",
      api: "La API, descrita (OpenAPI)",
    },
    five: "Las series agrupan días enteros hasta que haya al menos cinco personas en cada grupo, para que no pueda señalarse a nadie.",
  },
} satisfies Translation<Words["embed"]>;
