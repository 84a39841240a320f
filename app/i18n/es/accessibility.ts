import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  title: "Accesibilidad",
  standfirst:
    "Todas las personas deben poder leer el caso, firmar, decir cómo votarán como accionistas, escribir una carta, y ver o borrar sus datos. Esta página dice hasta dónde es así, y cómo avisarnos cuando no lo es.",
  aim: {
    heading: "Nuestra norma",
    text: "Las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, niveles A y AA, en cada página y en cada idioma.",
  },
  works: {
    heading: "Qué funciona",
    items: [
      "Cada página se puede usar solo con el teclado, con un lector de pantalla, con el texto al doble, en una pantalla de 320 píxeles, en claro y en oscuro.",
      "Cada página se puede usar sin JavaScript y sin imágenes. El formulario con sus datos los recuerda 30 minutos; el otro no tiene límite.",
      "Un formulario con errores los enumera arriba, enlaza a cada campo y conserva lo que escribió.",
      "Los gráficos llevan una tabla. El color solo nunca significa nada. Nada se mueve si pidió a su dispositivo menos movimiento.",
    ],
  },
  checked: {
    heading: "Cómo lo verificamos",
    text: "Con cada cambio, un programa (axe) prueba cada página en cada idioma, en claro y en oscuro, estrecha y con texto grande. Nadie que use a diario un lector de pantalla ha probado aún este sitio.",
  },
  known: {
    heading: "Problemas conocidos",
    items: [
      "Los PDF que entregamos tienen texto que se puede seleccionar y escuchar, pero no etiquetas de su estructura. Las páginas tienen el mismo texto.",
      "Lo que escriben las personas, y las citas de los medios, se quedan en su idioma. Lo indicamos cuando lo sabemos.",
    ],
  },
  tell: {
    heading: "Avísenos",
    text: "Si algo le cierra el paso, escríbanos. Diga en qué página y con qué la lee. Le responde una persona, que puede hacer por correo lo que usted quería hacer.",
    contact: "Contacto:",
    several: "Varias campañas comparten este sitio. Escriba a la de la página:",
    missing: "El contacto está por anunciarse.",
  },
} satisfies Translation<Words["accessibility"]>;
