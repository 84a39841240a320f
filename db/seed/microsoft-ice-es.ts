import { microsoftIce, microsoftIcePetition } from "./microsoft-ice.ts";
import { microsoftIceClaims } from "./microsoft-ice-claims.ts";

/** In Spanish, in the order of the claims: what each says, in one line too, its limits, what it leaves open, and its dates. */
const claims: readonly {
  text: string;
  limits: string;
  brief?: string;
  open?: string;
  dates?: readonly string[];
}[] = [
  {
    text: "Durante años Microsoft ha cultivado la imagen de la gran empresa tecnológica con conciencia ética. La prensa la ha descrito como una empresa que quiere ser la brújula moral de su sector.",
    limits: "Una descripción, no una constatación.",
  },
  {
    text: "Los máximos responsables de Apple, Google, Meta y Amazon acudieron a la toma de posesión de enero de 2025. El de Microsoft, Satya Nadella, no estuvo.",
    limits: "Se reunió con el Gobierno en otras ocasiones. No prueba que se le resistiera.",
    dates: ["Nadella no acude a la toma de posesión"],
  },
  {
    text: "En abril de 2025, en un caso en Delaware, Microsoft sustituyó al bufete Simpson Thacher, que había llegado a un acuerdo con el Gobierno, por Jenner & Block, que lo había demandado.",
    limits: "Un solo caso. Microsoft no dio ninguna razón, y Simpson Thacher conservó otros encargos suyos.",
    dates: ["Microsoft cambia de bufete en un caso en Delaware"],
  },
  {
    text: "En septiembre de 2025 el presidente de los Estados Unidos exigió que Microsoft despidiera a Lisa Monaco. Ella siguió en su puesto.",
    limits: "Microsoft no hizo comentarios. Que se negara es una inferencia.",
    dates: ["El presidente de los Estados Unidos exige que Microsoft despida a Lisa Monaco"],
  },
  {
    text: "Los datos que el Servicio de Control de Inmigración y Aduanas de los Estados Unidos (ICE) guarda en Azure, la nube de Microsoft, pasaron de unos 400 terabytes en julio de 2025 a casi 1,400 en enero de 2026.",
    brief:
      "Los datos de ICE en la nube de Microsoft pasaron de unos 400 a casi 1,400 terabytes en medio año, según publican varias redacciones a partir de archivos filtrados.",
    limits:
      "Los documentos no dicen qué son esos datos, ni si sirven para la vigilancia o para otras tareas, como el funcionamiento de centros de detención.",
    open: "Qué son los datos, y si sirven para la vigilancia o para otras tareas.",
    dates: [
      "ICE guarda unos 400 terabytes en Azure",
      "ICE guarda casi 1,400 terabytes en Azure",
      "Tres redacciones lo publican a partir de archivos filtrados",
    ],
  },
  {
    text: "ICE usa el almacenamiento y las máquinas virtuales de Azure, las herramientas de productividad de Microsoft y herramientas de IA que buscan en imágenes y vídeo y los analizan.",
    brief:
      "ICE usa allí además herramientas de IA que buscan en imágenes y vídeo y los analizan. No se sabe a qué se aplican.",
    limits: "No se sabe a qué se aplican las herramientas.",
    open: "A qué se aplican las herramientas de IA.",
  },
  {
    text: "En julio de 2025 el Congreso aumentó el presupuesto de ICE en 75,000 millones de dólares, lo que lo convirtió en el cuerpo policial mejor financiado de los Estados Unidos.",
    limits: "La suma se reparte en varios años.",
    dates: ["El Congreso añade 75,000 millones de dólares al presupuesto de ICE"],
  },
  {
    text: "ICE dispone de aplicaciones de reconocimiento facial, bases de datos de ubicación de teléfonos, drones y programas espía.",
    limits: "No se ha mostrado que ninguno de ellos funcione en Azure.",
    open: "Si algo del reconocimiento facial, los datos de ubicación de teléfonos, los drones o los programas espía de ICE funciona en Azure.",
  },
  {
    text: "Microsoft dice que suministra herramientas de productividad y colaboración en la nube al Departamento de Seguridad Nacional y a ICE, a través de sus socios principales (“through our key partners”), y que su política prohíbe el uso de su tecnología para la vigilancia masiva de civiles. Sobre ese punto dice que no cree que ICE lleve a cabo esa actividad; en sus propias palabras, en inglés:",
    brief:
      "Microsoft dice que su política prohíbe la vigilancia masiva de civiles y que no cree que ICE lleve a cabo esa actividad.",
    limits:
      "Es el relato de la propia empresa. De Microsoft son solo las palabras entre comillas; el resto es nuestro resumen y nuestra traducción.",
    dates: ["Microsoft dice qué suministra y qué cree"],
  },
  {
    text: "Microsoft dice también que el Congreso, el poder ejecutivo y los tribunales deberían trazar límites legales claros para esa tecnología.",
    limits: "Es nuestro resumen, no son sus palabras. Está aquí porque la equidad lo pide.",
  },
  {
    text: "No creer que algo ocurre no es lo mismo que saber que no ocurre. La empresa no ha dicho que lo haya comprobado.",
    brief: "No ha dicho que lo haya comprobado.",
    limits: "Nuestra lectura de una declaración. Microsoft puede haberlo comprobado sin decirlo.",
    open: "Si Microsoft lo comprobó antes de decir lo que cree.",
  },
  {
    text: "El 25 de septiembre de 2025 Microsoft desactivó determinados servicios a una unidad del Ministerio de Defensa de Israel, después de que una revisión encontrara un uso para la vigilancia masiva. Ya ha puesto fin antes, por principio, al servicio a un gobierno.",
    brief:
      "En 2025 desactivó servicios a una unidad del Ministerio de Defensa de Israel, después de que una revisión encontrara un uso para la vigilancia masiva.",
    limits: "Algunos servicios, una unidad. Otros contratos continuaron.",
    dates: ["Microsoft desactiva servicios a una unidad del Ministerio de Defensa de Israel"],
  },
  {
    text: "En 2021 unos inversionistas retiraron una propuesta de accionistas después de que Microsoft aceptara una revisión independiente en materia de derechos humanos que abarcaba el control de la inmigración.",
    limits: "Muestra que la presión de los inversionistas ha funcionado aquí, no lo que cambió la revisión.",
    dates: ["Microsoft acepta una revisión de derechos humanos; los inversionistas retiran la propuesta"],
  },
  {
    text: "En 2018 se entregaron en Redmond más de 300,000 firmas contra el contrato de Microsoft con ICE, por valor de 19.4 millones de dólares.",
    limits: "El número es de la prensa; nosotros no hemos visto las listas.",
    dates: ["Se entregan en Redmond más de 300,000 firmas"],
  },
  {
    text: "Si los datos sirven para la vigilancia es secundario. Microsoft no debería sostener a una agencia que detiene a personas sin antecedentes penales, entra en viviendas sin las órdenes judiciales debidas y usa agentes armados y enmascarados en detenciones a plena luz del día.",
    limits: "Una opinión, y así se presenta.",
  },
  {
    text: `Pedimos que Microsoft

1. ponga fin a todos sus acuerdos con ICE, incluida la reventa a través de socios;
2. publique lo que suministra hoy;
3. informe a sus accionistas sobre la debida diligencia en materia de derechos humanos.`,
    brief:
      "Pedimos a Microsoft que ponga fin a todos sus acuerdos con ICE, incluida la reventa a través de socios.",
    limits:
      "Los productos de Microsoft se venden en gran parte a través de revendedores, por lo que una exigencia limitada a los contratos dejaría fuera la mayor parte.",
  },
];

/** Who says so, by how it is said in English. */
const attributions = {
  "This campaign’s source article": "El artículo en que se basa esta campaña",
  "The New York Times, May 2025; Reuters": "The New York Times, mayo de 2025; Reuters",
  "The Guardian, with +972 Magazine and Local Call, from leaked files":
    "The Guardian, con +972 Magazine y Local Call, a partir de archivos filtrados",
  "The Guardian, with Local Call and, the more specific on the AI tools, +972 Magazine":
    "The Guardian, con Local Call y, en lo más específico sobre las herramientas de IA, +972 Magazine",
  "Microsoft, reported by Reuters": "Microsoft, según Reuters",
  "This campaign": "Esta campaña",
  "Microsoft’s statement; Reuters": "Declaración de Microsoft; Reuters",
  "Press reports": "Noticias de prensa",
  "Press of 2018": "Prensa de 2018",
  "This campaign, after its source article": "Esta campaña, a partir del artículo en que se basa",
  ...Object.fromEntries(
    ["The New York Times", "Reuters", "The Guardian", "IASJ"].map((name) => [name, name]),
  ),
};

/** The campaign in Spanish, by its words in English. Its company's own words stay as they were said. */
export const microsoftIceInSpanish = new Map<string, string>([
  [microsoftIce.title, "Microsoft: fin a todos los acuerdos con ICE"],
  [microsoftIce.eyebrow, "Petición a Microsoft"],
  [
    microsoftIce.standfirst,
    "Tres redacciones publican, a partir de archivos filtrados, que los datos de ICE en la nube de Microsoft se multiplicaron por más de tres en medio año. Pedimos a Microsoft que deje de suministrar a la agencia, directamente o a través de socios.",
  ],
  [
    microsoftIcePetition.summary,
    "Microsoft debe poner fin a todos sus acuerdos con ICE, incluida la reventa a través de socios.",
  ],
  [
    microsoftIcePetition.body,
    `Quien suscribe pide a Microsoft que

1. ponga fin a todos sus acuerdos con el Servicio de Control de Inmigración y Aduanas de los Estados Unidos (ICE), incluida la reventa a través de socios;
2. publique lo que suministra hoy a la agencia;
3. informe a sus accionistas sobre la debida diligencia en materia de derechos humanos.`,
  ],
  [
    microsoftIce.method,
    "No hemos hecho investigaciones propias. Lo que figura aquí lo publicó una redacción, lo declaró la empresa o consta en registros públicos; el resto es opinión nuestra y así se indica. Cuando una redacción trabajó con archivos filtrados, la nota lo dice. Nosotros no hemos visto esos archivos.",
  ],
  [
    microsoftIce.care,
    "Las autoridades han usado citaciones administrativas para averiguar quién critica a ICE.",
  ],
  ["AI data sourcing", "Procedencia de los datos para la IA"],
  [
    "Data centres in countries of human-rights concern",
    "Centros de datos en países donde preocupan los derechos humanos",
  ],
  [
    "Human-rights due diligence on customers’ misuse",
    "Debida diligencia en derechos humanos sobre el uso indebido por clientes",
  ],
  ["over 26 %", "más del 26 %"],
  ["over 27 %", "más del 27 %"],
  ["over 36 %", "más del 36 %"],
  ...Object.entries(attributions),
  ...microsoftIceClaims.flatMap((claim, index): [string, string][] => {
    const own = claims[index];
    if (!own) throw new Error(`claim ${index + 1} is not said in Spanish`);
    return [
      [claim.text, own.text],
      ...(claim.limits ? ([[claim.limits, own.limits]] as [string, string][]) : []),
      ...(claim.brief && own.brief ? ([[claim.brief, own.brief]] as [string, string][]) : []),
      ...(claim.openQuestion && own.open ? ([[claim.openQuestion, own.open]] as [string, string][]) : []),
      ...(claim.timeline ?? []).map(({ label }, n): [string, string] => [label, own.dates?.[n] ?? label]),
    ];
  }),
]);
