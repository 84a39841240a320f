import { microsoftIce, microsoftIcePetition } from "./microsoft-ice.ts";
import { microsoftIceClaims } from "./microsoft-ice-claims.ts";

/** A picture's texts: no choices, names or days. */
const textsOf = (picture: unknown): string[] =>
  Object.entries(picture ?? {}).flatMap(([key, value]) => {
    if (Array.isArray(value)) return value.flatMap(({ label }) => label ?? []);
    const isText = typeof value === "string" && !["kind", "look", "unit", "name"].includes(key);
    return isText && !/^\d{4}-/.test(value) ? [value] : [];
  });

/** In claim order: statement, short line, limits, open question, and dates. */
const claims: readonly {
  text: string;
  limits?: string;
  brief?: string;
  open?: string;
  dates?: readonly string[];
  /** Texts of its picture, in their order. */
  pictured?: readonly string[];
}[] = [
  {
    text:
      "En julio de 2025 el Servicio de Control de Inmigración y Aduanas de los Estados Unidos (ICE) " +
      "guardaba unos 400 terabytes de datos en Azure, la nube de Microsoft. En enero de 2026 ya eran casi " +
      "1,400.",
    limits: "Los archivos no dicen qué son los datos.",
    open: "Qué son los datos, y si sirven para la vigilancia o para otras tareas.",
    dates: [
      "ICE guarda unos 400 terabytes en Azure",
      "ICE guarda casi 1,400 terabytes en Azure",
      "Tres redacciones lo publican a partir de archivos filtrados",
    ],
  },
  { text: "Una empresa que quiera ser la brújula moral de su sector no debería guardar los datos de ICE." },
  {
    text:
      "El 24 de enero de 2026 había 70,766 personas en centros de detención de inmigrantes, la cifra más " +
      "alta que TRAC había contado hasta entonces. De ellas, 52,504, el 74.2 por ciento, no tenían ninguna " +
      "condena penal. TRAC cuenta desde 2019. El 7 de febrero de 2026 contó 68,289 personas.",
    limits:
      "Una condena no es un cargo: algunas tenían cargos pendientes. En noviembre de 2025 cerca del 48 por " +
      "ciento no tenía ni una ni otro, según CBS.",
    dates: ["Hay 70,766 personas detenidas por inmigración, la cifra más alta que había contado TRAC"],
    brief: "De cada 100 personas detenidas, 74 no tenían ninguna condena penal.",
    pictured: [
      "A quién sirve",
      "Personas detenidas por inmigración, 24 de enero de 2026",
      "no tenían condena",
      "tenían una",
    ],
  },
  {
    text: "En 2025 murieron 32 personas bajo custodia de ICE, la cifra más alta desde 2004.",
    limits:
      "Las causas varían. Hay familias que denuncian negligencia; el Departamento de Seguridad Nacional " +
      "(DHS) la niega. Un primer recuento fue de 31.",
  },
  {
    text:
      "Un memorando de ICE del 12 de mayo de 2025 permite a los agentes entrar por la fuerza en " +
      "viviendas. Les basta una orden administrativa, que ningún juez ha firmado.",
    limits: "El memorando se aplica a personas con una orden definitiva de expulsión.",
    dates: ["Un memorando de ICE permite entrar por la fuerza en viviendas sin la firma de un juez"],
    brief: "Un memorando de ICE permite entrar por la fuerza en viviendas con la segunda.",
    pictured: [
      "Una orden que ningún juez firmó",
      "Orden judicial",
      "La firmó un juez.",
      "Orden administrativa",
      "No la firmó ningún juez.",
    ],
  },
  {
    text:
      "El 11 de enero de 2026 Associated Press vio cómo unos agentes embestían una puerta de entrada en " +
      "Minneapolis, con los fusiles en la mano. Solo tenían una orden así.",
    brief:
      "El 11 de enero de 2026 AP vio a unos agentes, fusil en mano, embestir una puerta de entrada en " +
      "Minneapolis solo con una orden así.",
    limits: "La puerta es un solo caso.",
  },
  {
    text:
      "El 7 de enero de 2026 un agente de ICE mató a tiros a Renee Good en su auto en Minneapolis. Tenía " +
      "37 años y era madre de tres hijos.",
    brief:
      "Un agente de ICE la mató a tiros en su auto en Minneapolis. Tenía 37 años y era madre de tres hijos.",
    limits:
      "El DHS habla de defensa propia. Un video y la familia lo contradicen. En febrero de 2026 las " +
      "investigaciones seguían abiertas; no hemos encontrado ningún resultado posterior.",
    dates: ["Un agente de ICE mata a tiros a Renee Good en Minneapolis"],
  },
  {
    text:
      "El 24 de enero de 2026 unos agentes federales mataron a tiros a Alex Pretti en una protesta en " +
      "Minneapolis. Tenía 37 años y era enfermero de cuidados intensivos. El médico forense determinó " +
      "que fue un homicidio. Los agentes eran de la Patrulla Fronteriza, que participaba en la misma " +
      "operación que ICE.",
    brief:
      "Agentes de la Patrulla Fronteriza, en la misma operación que ICE, lo mataron a tiros en una " +
      "protesta en Minneapolis. Tenía 37 años y era enfermero de cuidados intensivos.",
    limits:
      "Así se publicó en enero y febrero de 2026; no hemos encontrado ningún resultado posterior de la " +
      "investigación.",
    dates: ["Agentes de la Patrulla Fronteriza matan a tiros a Alex Pretti en Minneapolis"],
  },
  {
    text:
      "En febrero de 2026 ICE planeaba gastar 38,300 millones de dólares en almacenes convertidos en " +
      "centros de detención, para 92,600 personas a la vez.",
    limits: "Era un plan; no hemos encontrado qué fue de él.",
    dates: ["Se publica un memorando: ICE planea almacenes para 92,600 personas a la vez"],
  },
  { text: "Ninguna empresa tiene que prestarse a eso." },
  {
    text:
      "Algunos sistemas propios de ICE parecen funcionar en los servidores de Microsoft. Los archivos no " +
      "dicen si Azure guarda datos de vigilancia o sirve para otras tareas, como los centros de detención " +
      "o los vuelos de deportación.",
  },
  {
    text:
      "ICE usa Azure para guardar datos y como máquinas virtuales. Usa las herramientas de productividad " +
      "de Microsoft. Usa también herramientas de IA que buscan en imágenes y video y los analizan.",
    limits: "No se sabe para qué se usan las herramientas.",
    open: "Para qué se usan las herramientas de IA.",
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
      "ICE dispone de aplicaciones de reconocimiento facial, datos de ubicación de teléfonos, drones y " +
      "programas espía.",
    limits: "No se ha mostrado que ninguno de ellos funcione en Azure.",
    open:
      "Si funcionan en Azure el reconocimiento facial, los datos de ubicación de teléfonos, los drones o " +
      "los programas espía.",
  },
  {
    text:
      "En enero de 2018 Microsoft escribió en su blog que estaba orgullosa de apoyar a ICE. Mencionó el " +
      "reconocimiento facial entre lo que su nube podía facilitar.",
    limits: "En junio de 2018 la mención de ICE se retiró y se volvió a poner.",
    dates: ["Microsoft escribe que está orgullosa de apoyar a ICE"],
  },
  {
    text:
      "El 19 de junio de 2018 Satya Nadella, director ejecutivo de Microsoft, escribió a todo el personal " +
      "que el trabajo en la nube para ICE era de correo, calendario, mensajería y gestión de documentos. " +
      "En inglés, ese trabajo:",
    brief:
      "En 2018 el director ejecutivo de Microsoft escribió que su trabajo en la nube para ICE era de " +
      "correo, calendario, mensajes y documentos.",
    limits:
      "Llamó abominable la separación de familias y escribió que Microsoft no trabajaba en ningún " +
      "proyecto de ese tipo.",
    dates: ["Nadella dice al personal qué hace para ICE la nube de Microsoft"],
  },
  { text: "Los archivos de 2026 describen más que correo y calendarios." },
  {
    text:
      "El 18 de febrero de 2026 Microsoft dijo que ofrece al DHS y a ICE herramientas de productividad y " +
      "colaboración en la nube, a través de sus socios principales. Sus políticas y condiciones, dijo, no " +
      "permiten usar su tecnología para la vigilancia masiva de civiles, y no cree que ICE lo haga. En " +
      "inglés:",
    brief:
      "Microsoft dice que sus políticas prohíben la vigilancia masiva de civiles. Dice que no cree que " +
      "ICE lo haga.",
    dates: ["Microsoft dice qué suministra y qué cree"],
  },
  {
    text:
      "Microsoft dijo también quién debería poner límites legales claros a esa tecnología: el Congreso, el " +
      "poder ejecutivo y los tribunales.",
  },
  {
    text:
      "En octubre de 2019 el director ejecutivo de GitHub, empresa de Microsoft, defendió una venta a ICE. " +
      "ICE investiga también la trata y la explotación infantil, escribió, y cancelarla no cambiaría la " +
      "política.",
  },
  {
    text:
      "No creerlo no es lo mismo que comprobarlo, y no saber puede ser una decisión. En su declaración " +
      "del 18 de febrero de 2026 Microsoft no dijo que lo hubiera comprobado.",
    brief:
      "No creerlo no es lo mismo que comprobarlo. El 18 de febrero de 2026 Microsoft no dijo que lo " +
      "hubiera comprobado.",
    open: "Si Microsoft lo comprobó antes de decir lo que cree.",
  },
  {
    text:
      "Que los datos sirvan o no para la vigilancia es secundario. Si en realidad sirven para centros de " +
      "detención o vuelos de deportación, sirven a la misma agencia. Microsoft no debería sostenerla.",
  },
  {
    text:
      "El 25 de septiembre de 2025 Microsoft desactivó algunos servicios a una unidad del Ministerio de " +
      "Defensa de Israel. Su propia revisión, aún en curso, había encontrado pruebas que respaldaban " +
      "partes de un reportaje de The Guardian sobre vigilancia masiva, publicado 50 días antes.",
    brief:
      "En 2025 Microsoft desactivó algunos servicios a una unidad del Ministerio de Defensa de Israel, 50 " +
      "días después de un reportaje.",
    pictured: [
      "Ya paró una vez",
      "Microsoft actuó {1} días después de un reportaje. El de ICE tiene {2} días.",
      "Reportaje",
      "Una unidad del Ministerio de Defensa de Israel",
      "Algunos servicios, desactivados",
      "ICE",
      "Microsoft: no cree que ICE haga tal cosa",
      "No sabemos de ninguna revisión publicada.",
    ],
    limits:
      "Era otro cliente, en otro país. Otros contratos continuaron. Microsoft revisó sus propios " +
      "registros y no leyó el contenido del cliente. No dijo que su tecnología sirviera para la " +
      "vigilancia masiva.",
    dates: [
      "The Guardian publica un reportaje sobre vigilancia masiva, que Microsoft revisa después",
      "Microsoft desactiva algunos servicios a una unidad del Ministerio de Defensa de Israel",
    ],
  },
  {
    text:
      "Cuatro meses antes, en mayo de 2025, Microsoft había dicho que no encontró pruebas de que su " +
      "tecnología se usara para hacer daño a personas en Gaza. Dijo que no podía ver el uso en los " +
      "servidores de sus clientes.",
    limits: "Es otro cliente, en otro país.",
  },
  {
    text:
      "En octubre de 2021 Microsoft aceptó una revisión independiente sobre derechos humanos. Debía " +
      "abarcar las fuerzas del orden, el control de la inmigración y otros contratos públicos. Los " +
      "inversionistas retiraron su propuesta. La revisión llegó en julio de 2023.",
    limits:
      "Su tema declarado eran las fuerzas del orden en los Estados Unidos y las comunidades de color. No " +
      "hemos encontrado si trata de ICE.",
    dates: [
      "Microsoft acepta una revisión de derechos humanos y los inversionistas retiran su propuesta",
      "Sale la revisión de derechos humanos que Microsoft aceptó",
    ],
  },
  {
    text:
      "El 26 de julio de 2018 se entregaron en Redmond más de 300,000 firmas. Iban contra el contrato de " +
      "Microsoft con ICE, de 19.4 millones de dólares.",
    dates: ["Se entregan en Redmond más de 300,000 firmas"],
  },
  {
    text:
      "Así que Microsoft ya ha retirado antes algunos servicios a una unidad por principio. También se ha " +
      "movido cuando se lo pidieron sus inversionistas. Puede volver a hacer las dos cosas.",
  },
  {
    text:
      "En mayo de 2018 The New York Times escribió que Microsoft parecía probar un papel nuevo, el de " +
      "conciencia moral de su sector.",
    limits: "Es una descripción de hace años, no una comprobación.",
    dates: ["The New York Times ve a Microsoft probar el papel de conciencia moral"],
  },
  {
    text:
      "Los directores generales de Apple, Google, Meta y Amazon acudieron a la toma de posesión de enero " +
      "de 2025. El de Microsoft, Satya Nadella, no estuvo.",
    limits: "Se reunió con el Gobierno en otras ocasiones. No prueba que se le resistiera.",
    dates: ["Nadella no acude a la toma de posesión"],
  },
  {
    text:
      "En abril de 2025 Microsoft cambió de despacho de abogados en un caso en Delaware. Sustituyó " +
      "a Simpson Thacher, que había llegado a un acuerdo con el Gobierno. El nuevo despacho, " +
      "Jenner & Block, había demandado " +
      "al Gobierno.",
    limits:
      "Fue un solo caso. Microsoft no dio ninguna razón, y Simpson Thacher conservó otros encargos suyos.",
  },
  {
    text:
      "Lisa Monaco tuvo el segundo cargo más alto del Departamento de Justicia del presidente Biden. " +
      "Allí tuvo a su cargo los procesos penales contra Donald Trump. Desde 2025 es la presidenta de " +
      "asuntos globales de Microsoft. En septiembre de 2025 el presidente Trump exigió que Microsoft la " +
      "despidiera. Ella siguió en su puesto.",
    limits: "Microsoft no hizo comentarios. Que se negara es una inferencia.",
  },
  {
    text:
      "El 5 de diciembre de 2025 se votaron en Microsoft dos propuestas de derechos humanos. Cada una " +
      "recibió más de una cuarta parte de los votos a favor o en contra. La propuesta 9, sobre la debida " +
      "diligencia en derechos humanos, obtuvo más del 26 por ciento. La propuesta 8, sobre centros de " +
      "datos, obtuvo más del 27 por ciento. La propuesta 9 la encabezaron las Religiosas del Sagrado " +
      "Corazón de María, con casi 60 copatrocinadores y más de 80 millones de dólares en acciones. La " +
      "propuesta 8 la presentó una sola persona.",
    brief: "Más de una cuarta parte votó a favor de los derechos humanos. Dos veces.",
    pictured: [
      "Lo que hicieron los accionistas",
      "Datos para la IA (otro tema)",
      "Centros de datos y derechos humanos",
      "Diligencia en derechos humanos",
    ],
    limits:
      "La propuesta 9 nombra primero las zonas de conflicto; ICE llegó después. Los asesores ISS y Glass " +
      "Lewis no coincidieron: ISS estuvo a favor, Glass Lewis en contra.",
    dates: ["Dos propuestas de derechos humanos reciben en Microsoft más de una cuarta parte de los votos"],
  },
  {
    text:
      "El fondo soberano de Noruega tenía el 1.35 por ciento de Microsoft. Antes de esa junta anunció " +
      "su voto a favor de la propuesta 8. No apoyó la propuesta 9.",
  },
  {
    text:
      "En 2021 a Thomson Reuters se le pidió lo mismo sobre su trabajo para ICE. La propuesta obtuvo el " +
      "19 por ciento de todos los votos y, según cuentan quienes la presentaron, más del 70 por ciento de " +
      "los independientes.",
    limits:
      "Esa empresa tiene un accionista que la controla. En junio de 2026 tenía prevista otra votación; no " +
      "hemos encontrado el resultado.",
  },
  {
    text:
      "En junio de 2018 más de 100 empleados pidieron a Microsoft que pusiera fin a su contrato con ICE. " +
      "En febrero de 2026 hubo empleados que lo pidieron de nuevo.",
    dates: [
      "Más de 100 empleados piden a Microsoft que ponga fin al contrato con ICE",
      "Empleados piden de nuevo a Microsoft que deje de trabajar para ICE",
    ],
  },
  {
    text:
      "Para los dueños de Microsoft esto es poco dinero y un riesgo grande. Están en juego la confianza de " +
      "los clientes, las personas que trabajan allí y su posición en Europa.",
    brief: "Poco dinero, riesgo grande: los clientes, el personal y su posición en Europa.",
  },
  {
    text: `Pedimos que Microsoft

1. ponga fin a todos sus acuerdos con ICE, incluida la reventa a través de socios;
2. publique lo que suministra hoy;
3. informe a sus accionistas sobre la debida diligencia en derechos humanos.

La propia Microsoft dice que suministra a ICE a través de socios. Por eso nuestra exigencia los nombra.`,
  },
  {
    text:
      "Ninguna empresa puede ser la brújula moral de su sector mientras ayude a ICE, en la forma que sea. " +
      "Microsoft todavía puede elegir.",
  },
];

/** Attributions, by their English text. */
const attributions = {
  "This campaign’s source article": "El artículo en que se basa esta campaña",
  "The Guardian, with +972 Magazine and Local Call, from leaked files":
    "The Guardian, con +972 Magazine y Local Call, a partir de archivos filtrados",
  "The Guardian and Local Call; +972 Magazine on the AI tools":
    "The Guardian y Local Call; +972 Magazine sobre las herramientas de IA",
  "Microsoft’s blog, as reported by Axios, Slate, and Gizmodo":
    "El blog de Microsoft, según Axios, Slate y Gizmodo",
  "Satya Nadella, Microsoft": "Satya Nadella, Microsoft",
  "GitHub’s chief executive, in an email reported by OnMSFT and Truthout":
    "El director ejecutivo de GitHub, en un correo que publicaron OnMSFT y Truthout",
  "This campaign, on Microsoft’s statement of February 18, 2026":
    "Esta campaña, sobre la declaración de Microsoft del 18 de febrero de 2026",
  "Microsoft, quoted in a shareholder filing": "Microsoft, citada en un documento de accionistas",
  "Form PX14A6G of 2025": "Formulario PX14A6G de 2025",
  "The New York Times (Nick Wingfield)": "The New York Times (Nick Wingfield)",
  "Reuters; Bloomberg, as reported by Startuprise": "Reuters; Bloomberg, según Startuprise",
  "BCGEU, the union that filed it": "BCGEU, el sindicato que la presentó",
  "The New York Times, reprinted by NDTV; PC Gamer": "The New York Times, reproducido por NDTV; PC Gamer",
  "Microsoft, reported by Reuters": "Microsoft, según Reuters",
  "This campaign": "Esta campaña",
  "Microsoft (Brad Smith’s statement); Reuters": "Microsoft (declaración de Brad Smith); Reuters",
  "Microsoft’s Form 8-K; GeekWire; IASJ": "Formulario 8-K de Microsoft; GeekWire; IASJ",
  "Microsoft, Form 8-K": "Microsoft, formulario 8-K",
  "TRAC, Syracuse University, from ICE’s data": "TRAC, Universidad de Syracuse, a partir de datos de ICE",
  "TRAC, Syracuse University": "TRAC, Universidad de Syracuse",
  "Associated Press and others": "Associated Press y otros medios",
  "ICE memo, released by New Hampshire’s governor; Associated Press; The Washington Post":
    "Memorando de ICE, publicado por el gobierno de Nuevo Hampshire; Associated Press; The Washington Post",
  "Governor of New Hampshire": "Gobierno de Nuevo Hampshire",
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
      "Axios",
      "Slate",
      "Gizmodo",
      "Fortune",
      "Microsoft",
      "OnMSFT",
      "Truthout",
      "Redmond Reporter",
      "Fight for the Future",
      "Redmond Reporter; Fight for the Future",
      "globalbusinessandhumanrights.com",
      "IASJ; globalbusinessandhumanrights.com",
      "The Business Times",
      "Business Standard",
      "Reuters; The New York Times",
      "Startuprise",
      "BCGEU",
      "PC Gamer",
    ].map((name) => [name, name]),
  ),
};

/** The campaign in Spanish, by its English words. The company's own words stay as they were said. */
export const microsoftIceInSpanish = new Map<string, string>([
  [microsoftIce.title, "Microsoft: fin a todos los acuerdos con ICE"],
  [microsoftIce.eyebrow, "Petición a Microsoft"],
  [
    microsoftIce.standfirst,
    "En enero de 2026 ICE guardaba casi 1,400 terabytes en la nube de Microsoft, según tres redacciones " +
      "que citan archivos filtrados. Es más del triple que seis meses antes. Pedimos a Microsoft que ponga " +
      "fin a todos sus acuerdos con ICE.",
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
3. informe a sus accionistas sobre la debida diligencia en derechos humanos.`,
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
      "servidores con catorce estantes llenos. Entre ambos hay una orden sin la firma de un juez.",
  ],
  [microsoftIce.picture.credit, "Dibujado para esta campaña"],
  [microsoftIce.picture.licence, "CC0"],
  ["AI data sourcing (another subject)", "Procedencia de los datos para la IA (otro tema)"],
  [
    "Data centers in countries of human-rights concern",
    "Centros de datos en países donde preocupan los derechos humanos",
  ],
  [
    "Human-rights due diligence on customers’ misuse",
    "Debida diligencia en derechos humanos sobre el uso indebido por clientes",
  ],
  ["over 26%", "más del 26%"],
  ["over 27%", "más del 27%"],
  ["over 36%", "más del 36%"],
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
      ...textsOf(claim.picture).map((text, n): [string, string] => [text, own.pictured?.[n] ?? text]),
    ];
  }),
]);
