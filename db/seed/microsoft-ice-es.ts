import { microsoftIce, microsoftIcePetition } from "./microsoft-ice.ts";
import { microsoftIceClaims } from "./microsoft-ice-claims.ts";

/** In claim order: statement, short line, limits, open question, and dates. */
const claims: readonly {
  text: string;
  limits?: string;
  brief?: string;
  open?: string;
  dates?: readonly string[];
}[] = [
  {
    text:
      "La empresa que quiere ser la brújula moral de su sector guarda los datos del Servicio de Control " +
      "de Inmigración y Aduanas de los Estados Unidos (ICE). ICE detiene a personas sin condenas " +
      "penales. Entra en viviendas sin las órdenes judiciales debidas.",
  },
  {
    text:
      "Durante años Microsoft ha cuidado una imagen: la gran empresa tecnológica con ética. La prensa la " +
      "ha descrito como una empresa que quiere ser la brújula moral de su sector.",
  },
  {
    text:
      "El 24 de enero de 2026 había 70,766 personas en centros de detención de inmigrantes, la cifra más " +
      "alta que ha registrado TRAC. De ellas, 52,504, el 74.2 por ciento, no tenían ninguna condena " +
      "penal.",
    brief:
      "El 24 de enero de 2026 había 70,766 personas detenidas por inmigración. El 74.2 por ciento no " +
      "tenía ninguna condena penal.",
    limits: "Una condena no es lo mismo que un cargo: algunas de ellas tienen cargos pendientes.",
    dates: ["Hay 70,766 personas detenidas por inmigración, la cifra más alta que ha registrado TRAC"],
  },
  {
    text: "En 2025 murieron 32 personas bajo custodia de ICE, la cifra más alta desde 2004.",
    brief: "En 2025 murieron 32 personas bajo custodia de ICE, la cifra más alta desde 2004.",
    limits:
      "Las causas varían. Hay familias que denuncian negligencia; el Departamento de Seguridad Nacional " +
      "(DHS) la niega. Un primer recuento fue de 31.",
  },
  {
    text:
      "Un memorando de ICE del 12 de mayo de 2025 permite a los agentes entrar por la fuerza en " +
      "viviendas. Les basta una orden administrativa, que ningún juez ha firmado.",
    brief:
      "Un memorando de ICE permite a los agentes entrar por la fuerza en viviendas con una orden " +
      "que ningún juez ha firmado.",
    limits: "Se aplica a personas con una orden definitiva de expulsión.",
    dates: ["Un memorando de ICE permite entrar por la fuerza en viviendas sin la firma de un juez"],
  },
  {
    text:
      "El 11 de enero de 2026 Associated Press vio cómo unos agentes embestían una puerta de entrada en " +
      "Minneapolis, con los fusiles en la mano. Solo tenían una orden así.",
  },
  {
    text:
      "El 7 de enero de 2026 un agente de ICE mató a tiros a Renee Good en su auto en Minneapolis. Tenía " +
      "37 años y era madre de tres hijos.",
    limits:
      "En febrero de 2026 las investigaciones seguían abiertas. El DHS habla de defensa propia. Un video " +
      "y la familia lo ponen en duda.",
    dates: ["Un agente de ICE mata a tiros a Renee Good en Minneapolis"],
  },
  {
    text:
      "El 24 de enero de 2026 unos agentes federales mataron a tiros a Alex Pretti en una protesta en " +
      "Minneapolis. Tenía 37 años y era enfermero de cuidados intensivos. El médico forense determinó " +
      "que fue un homicidio. Los agentes eran de la Patrulla Fronteriza, que participaba en la misma " +
      "operación que ICE.",
    brief:
      "En enero de 2026 dos personas murieron a tiros en Minneapolis. A una la mató un agente de ICE; a " +
      "la otra, agentes de la Patrulla Fronteriza en la misma operación.",
    dates: ["Agentes de la Patrulla Fronteriza matan a tiros a Alex Pretti en Minneapolis"],
  },
  {
    text:
      "ICE planea gastar 38.3 mil millones de dólares en almacenes. Como centros de detención, tendrían " +
      "a 92,600 personas a la vez.",
    dates: ["Se publica un memorando: ICE planea almacenes para 92,600 personas a la vez"],
  },
  {
    text:
      "Agentes armados y enmascarados secuestran a personas a plena luz del día. Varias ciudades han " +
      "vivido algo parecido a la ley marcial. Se ha detenido a personas que estaban legalmente en los " +
      "Estados Unidos. Ninguna empresa tiene que prestarse a eso.",
  },
  {
    text:
      "En julio de 2025 ICE guardaba unos 400 terabytes de datos en Azure, la nube de Microsoft. En " +
      "enero de 2026 ya eran casi 1,400.",
    open:
      "Qué son los datos: vigilancia, u otras tareas, como los centros de detención o los vuelos de " +
      "deportación.",
    dates: [
      "ICE guarda unos 400 terabytes en Azure",
      "ICE guarda casi 1,400 terabytes en Azure",
      "Tres redacciones lo publican a partir de archivos filtrados",
    ],
  },
  { text: "Algunos sistemas propios de ICE parecen funcionar en los servidores de Microsoft." },
  {
    text:
      "ICE usa Azure para guardar datos y como máquinas virtuales. Usa las herramientas de productividad " +
      "de Microsoft. Usa también herramientas de IA que buscan en imágenes y video y los analizan.",
    limits: "No se sabe a qué se aplican las herramientas.",
    open: "A qué se aplican las herramientas de IA.",
  },
  {
    text:
      "Los archivos no dicen si Azure guarda datos de vigilancia. Tal vez sirva para otras tareas, como " +
      "los centros de detención o los vuelos de deportación.",
  },
  {
    text:
      "En julio de 2025 el Congreso aumentó el presupuesto de ICE en 75,000 millones de dólares. Así " +
      "pasó a ser el cuerpo policial mejor financiado de los Estados Unidos.",
    limits: "La suma se reparte en varios años.",
    dates: ["El Congreso añade 75,000 millones de dólares al presupuesto de ICE"],
  },
  { text: "Después, ICE se lanzó a comprar tecnología. Entre ella había herramientas de vigilancia." },
  {
    text:
      "ICE tiene aplicaciones que reconocen rostros, datos de dónde están los teléfonos, drones y " +
      "programas espía.",
    limits: "No se ha mostrado que ninguno de ellos funcione en Azure.",
    open:
      "Si algo de esto funciona en Azure: el reconocimiento de rostros, los datos de dónde están los " +
      "teléfonos, los drones o los programas espía.",
  },
  {
    text:
      "Microsoft dice que ofrece al DHS y a ICE herramientas de productividad y colaboración en la nube, " +
      "entregadas a través de sus socios principales (“provides cloud-based productivity and " +
      "collaboration tools to DHS and ICE, delivered through our key partners”). Dice también que sus " +
      "políticas y condiciones no permiten usar su tecnología para la vigilancia masiva de civiles y que " +
      "no cree que ICE lleve a cabo esa actividad; en sus propias palabras, en inglés:",
    brief:
      "Microsoft dice que sus políticas prohíben la vigilancia masiva de civiles. Dice que no cree que " +
      "ICE lo haga.",
    dates: ["Microsoft dice qué suministra y qué cree"],
  },
  {
    text:
      "Microsoft dice también quién debería poner límites legales claros a esa tecnología. Nombra al " +
      "Congreso, al poder ejecutivo y a los tribunales.",
  },
  {
    text:
      "Pensar y creer son palabras cautelosas. No creerlo no es lo mismo que comprobarlo, y no saber puede " +
      "ser una decisión. La empresa no ha dicho que lo haya comprobado.",
    brief: "No creerlo no es lo mismo que comprobarlo. Microsoft no ha dicho que lo haya hecho.",
    open: "Si Microsoft lo comprobó antes de decir lo que cree.",
  },
  {
    text:
      "Que los datos sirvan o no para la vigilancia es secundario. Si sirven en cambio para centros de " +
      "detención o vuelos de deportación, sirven a la misma agencia. ICE detiene a personas sin " +
      "condenas penales. Entra en viviendas sin las órdenes judiciales debidas. Sus agentes, armados " +
      "y enmascarados, detienen a la gente a plena luz del día. Microsoft no debería sostenerla.",
  },
  {
    text:
      "El 25 de septiembre de 2025 Microsoft desactivó algunos de sus servicios a una unidad del " +
      "Ministerio de Defensa de Israel. Una revisión había encontrado un uso para la vigilancia masiva.",
    limits: "Otros contratos continuaron.",
    dates: ["Microsoft desactiva servicios a una unidad del Ministerio de Defensa de Israel"],
  },
  {
    text:
      "El 5 de diciembre de 2025 se votaron en Microsoft dos propuestas de derechos humanos. Cada una " +
      "recibió más de una cuarta parte de los votos a favor o en contra. La propuesta 9, sobre la debida " +
      "diligencia en derechos humanos, obtuvo más del 26 por ciento. La propuesta 8, sobre centros de " +
      "datos, obtuvo más del 27 por ciento. La propuesta 9 la encabezaron las Religiosas del Sagrado " +
      "Corazón de María. Tenía entre 58 y 60 copatrocinadores, con más de 80 millones de dólares en " +
      "acciones.",
    limits:
      "La propuesta 9 nombra primero las zonas de conflicto; ICE llegó después. Los asesores ISS y Glass " +
      "Lewis no coincidieron: ISS estuvo a favor, Glass Lewis en contra.",
    dates: ["Dos propuestas de derechos humanos reciben en Microsoft más de una cuarta parte de los votos"],
  },
  {
    text:
      "En 2021 Microsoft aceptó una revisión independiente sobre derechos humanos. Abarcaba el control " +
      "de la inmigración. Los inversionistas retiraron entonces una propuesta de accionistas.",
    dates: ["Microsoft acepta una revisión de derechos humanos y se retira una propuesta"],
  },
  {
    text:
      "En 2018 se entregaron en Redmond más de 300,000 firmas. Iban contra el contrato de Microsoft con " +
      "ICE, de 19.4 millones de dólares.",
    dates: ["Se entregan en Redmond más de 300,000 firmas"],
  },
  {
    text:
      "Así que Microsoft ya ha dejado antes de servir a un gobierno por principio. También se ha movido " +
      "cuando se lo pidieron sus inversionistas. Puede volver a hacer las dos cosas.",
  },
  {
    text:
      "Los máximos responsables de Apple, Google, Meta y Amazon acudieron a la toma de posesión de enero " +
      "de 2025. El de Microsoft, Satya Nadella, no estuvo.",
    limits: "Se reunió con el Gobierno en otras ocasiones. No prueba que se le resistiera.",
    dates: ["Nadella no acude a la toma de posesión"],
  },
  {
    text:
      "En abril de 2025 Microsoft cambió de bufete en un caso en Delaware. Sustituyó a Simpson Thacher, " +
      "que había llegado a un acuerdo con el Gobierno. El nuevo bufete, Jenner & Block, había demandado " +
      "al Gobierno.",
    limits: "Microsoft no dio ninguna razón, y Simpson Thacher conservó otros encargos suyos.",
    dates: ["Microsoft cambia de bufete en un caso en Delaware"],
  },
  {
    text:
      "Lisa Monaco tuvo el segundo cargo más alto del Departamento de Justicia del presidente Biden. " +
      "Allí tuvo a su cargo los procesos penales contra Donald Trump. Desde 2025 es la presidenta de " +
      "asuntos globales de Microsoft. En septiembre de 2025 el presidente Trump exigió que Microsoft la " +
      "despidiera. Ella siguió en su puesto.",
    limits: "Microsoft no hizo comentarios. Que se negara es una inferencia.",
    dates: ["El presidente Trump exige que Microsoft despida a Lisa Monaco"],
  },
  {
    text: `Pedimos que Microsoft

1. ponga fin a todos sus acuerdos con ICE, incluida la reventa a través de socios;
2. publique lo que suministra hoy;
3. informe a sus accionistas sobre la debida diligencia en materia de derechos humanos.

La mayor parte de lo que vende Microsoft pasa por revendedores. Una exigencia limitada a sus propios contratos dejaría fuera la mayor parte.`,
  },
  {
    text:
      "Microsoft no puede pretender ser la brújula moral de su sector mientras ayude a ICE, en la forma " +
      "que sea.",
  },
];

/** Attributions, by their English text. */
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
  "Microsoft’s Form 8-K; GeekWire; IASJ": "Formulario 8-K de Microsoft; GeekWire; IASJ",
  "Microsoft, Form 8-K": "Microsoft, formulario 8-K",
  "TRAC, Syracuse University, from ICE’s data": "TRAC, Universidad de Syracuse, a partir de datos de ICE",
  "TRAC, Syracuse University": "TRAC, Universidad de Syracuse",
  "Associated Press and others": "Associated Press y otros medios",
  "ICE memo, released by New Hampshire’s governor; Associated Press; The Washington Post":
    "Memorando de ICE, publicado por el gobierno de Nuevo Hampshire; Associated Press; The Washington Post",
  "Governor of New Hampshire": "Gobierno de Nuevo Hampshire",
  "Press reports": "Noticias de prensa",
  "Press of 2018": "Prensa de 2018",
  "This campaign, based on its source article": "Esta campaña, a partir del artículo en que se basa",
  ...Object.fromEntries(
    [
      "The New York Times",
      "Reuters",
      "The Guardian",
      "Associated Press",
      "IASJ",
      "Anadolu",
      "GeekWire",
      "ICCR",
      "Eko",
    ].map((name) => [name, name]),
  ),
};

/** The campaign in Spanish, by its English words. The company's own words stay as they were said. */
export const microsoftIceInSpanish = new Map<string, string>([
  [microsoftIce.title, "Microsoft: fin a todos los acuerdos con ICE"],
  [microsoftIce.eyebrow, "Petición a Microsoft"],
  [
    microsoftIce.standfirst,
    "Esta empresa quiere ser la brújula moral de su sector. Pero guarda los datos de ICE: casi 1,400 " +
      "terabytes, según tres redacciones que citan archivos filtrados. Pedimos a Microsoft que deje de " +
      "prestar servicios a la agencia.",
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
    "No hemos hecho investigaciones propias ni hemos visto los archivos filtrados. Cada afirmación " +
      "nombra a quien la publicó, y nuestras opiniones están marcadas.",
  ],
  [microsoftIce.care, "Se han usado citaciones que no necesitan juez para averiguar quién critica a ICE."],
  [
    microsoftIce.picture.alt,
    "Un dibujo: la puerta de una casa está rota y abierta. Un cable va de ella a tres armarios de " +
      "servidores con catorce estantes llenos. Entre ambos hay una brújula cuya aguja apunta a otro lado.",
  ],
  [microsoftIce.picture.credit, "Dibujado para esta campaña"],
  [microsoftIce.picture.licence, "CC0"],
  ["AI data sourcing", "Procedencia de los datos para la IA"],
  [
    "Data centers in countries of human-rights concern",
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
      ...(claim.limits && own.limits ? ([[claim.limits, own.limits]] as [string, string][]) : []),
      ...(claim.brief && own.brief ? ([[claim.brief, own.brief]] as [string, string][]) : []),
      ...(claim.openQuestion && own.open ? ([[claim.openQuestion, own.open]] as [string, string][]) : []),
      ...(claim.timeline ?? []).map(({ label }, n): [string, string] => [label, own.dates?.[n] ?? label]),
    ];
  }),
]);
