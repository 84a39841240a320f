import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  title: "Ponga esta campaña en su sitio",
  standfirst:
    "Ponga la petición o el recuento en su propio sitio. Las redacciones y los programas pueden usar las cifras de la campaña como datos abiertos.",

  widget: {
    newTab: "El botón abre una pestaña nueva en el sitio de esta campaña.",
    read: "Lea el caso",
    by: "Una campaña en",
  },

  private: {
    heading: "La privacidad de sus lectores",
    points: [
      "No pone cookies ni carga nada de otros sitios.",
      "Usted nunca ve lo que escriben sus lectores. Solo contamos cuántas veces se mostró en su sitio, no quién lo leyó.",
      "Una firma cuenta solo cuando quien firma la confirma por correo.",
    ],
  },

  form: {
    heading: "El formulario",
    text: "Se firma sin salir de su página. El paso siguiente se abre en otra pestaña.",
  },
  counter: { heading: "El recuento", text: "Cuántas personas firmaron, con un botón que lleva aquí." },
  code: "Código para copiar",
  copy: "Copiar el código",
  copied: "Copiado",
  preview: "Vista previa",
  source: (field) =>
    `Para contar las firmas de su sitio, ponga un nombre suyo en lugar de ${field}: letras, cifras, puntos, guiones.`,
  height: "La segunda línea ajusta la altura. Sin ella, o sin JavaScript, el marco se desplaza.",
  frameTitle: (title) => `Firmar: ${title}`,
  counterTitle: (title) => `Cuántas personas firmaron: ${title}`,
  sourceField: "SU-SITIO",
  fallback: (title) => `Firmar “${title}”`,

  data: {
    heading: "Datos abiertos",
    text: "Cualquier sitio puede leer estas direcciones. Los recuentos tienen como máximo unos segundos. No ponen cookies ni contienen nada sobre personas concretas.",
    rows: {
      count: "Recuentos actuales",
      series: "A lo largo del tiempo, en JSON",
      seriesCsv: "A lo largo del tiempo, en CSV",
      pledges: "Compromisos de accionistas",
      letters: "Cartas por estado",
      updates: "Novedades, en un canal Atom",
      api: "Descripción de la API (OpenAPI)",
    },
    five: "Las series juntan días hasta que cada grupo tiene al menos cinco personas, para que no se señale a nadie.",
  },
} satisfies Translation<Words["embed"]>;
