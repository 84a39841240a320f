import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  title: "Accesibilidad",
  standfirst:
    "Todas las personas deben poder leer el caso, firmar, comprometer su voto, escribir una carta, y ver o borrar lo que se guarda sobre ellas. Esta página dice hasta dónde es así, y a quién avisar cuando no lo es.",
  aim: {
    heading: "A qué nos comprometemos",
    text: "A las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, niveles A y AA, en cada página y en cada idioma.",
  },
  works: {
    heading: "Qué funciona",
    items: [
      "Cada página se puede usar solo con el teclado, con un lector de pantalla, con el texto al doble, en una pantalla de 320 píxeles, en claro y en oscuro.",
      "Cada página se puede usar sin JavaScript y sin imágenes. Ningún paso tiene un límite de tiempo.",
      "Un formulario que vuelve dice arriba qué hay que cambiar, lleva a cada campo y conserva lo escrito.",
      "Los gráficos tienen una tabla al lado. Nada se dice solo con el color. Nada se mueve para quien pidió a su dispositivo menos movimiento.",
    ],
  },
  checked: {
    heading: "Cómo se comprueba",
    text: "Con cada cambio, un programa mira cada página en cada idioma, en claro y en oscuro, estrecha y con texto grande (axe), y recorre los caminos de quien firma, de un accionista y de quien escribe, con JavaScript y sin él. Eso encuentra mucho, pero no todo: ninguna persona que use a diario un lector de pantalla ha probado aún este sitio para nosotros.",
  },
  known: {
    heading: "Lo que sabemos que aún no está bien",
    items: [
      "Los documentos para entregar (PDF) tienen texto que se puede seleccionar y leer en voz alta, pero no etiquetas de su estructura. Lo mismo está en las páginas como texto.",
      "Lo que escriben las personas, y las citas de los medios, están en el idioma en que se escribieron. Se indica cuál cuando lo sabemos.",
    ],
  },
  tell: {
    heading: "Avísenos",
    text: "Si algo le cierra el paso, escríbanos y diga en qué página y con qué la lee. Le responderá una persona, y mientras tanto lo que quería hacer se puede hacer por correo.",
    contact: "Contacto:",
    several: "Varias campañas comparten este sitio. Escriba a aquella a la que pertenezca la página:",
    missing: "Aún no se ha dicho a quién escribir.",
  },
} satisfies Translation<Words["accessibility"]>;
