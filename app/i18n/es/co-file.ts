import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

export default {
  title: "¿Puedo presentar una propuesta con otros?",
  description: (company, rule) =>
    `Cuándo un accionista de ${company} podría reunir por sí solo los requisitos para presentar una propuesta con otros según la ${rule}.`,
  eyebrow: (company) => `Para quienes tienen acciones de ${company}`,
  standfirst: (rule) =>
    `Varios accionistas pueden presentar una propuesta, cada uno con sus propios requisitos. Indique qué tiene y desde cuándo para ver si podría cumplir la ${rule}.`,
  disclosures: "Qué es y qué no es un compromiso",
  privacy: "Usamos sus respuestas solo para este cálculo y no las guardamos.",

  form: {
    shares: "¿Cuántas acciones?",
    number: "Número",
    bucket: "O un rango",
    noBucket: "Sin rango",
    sharesHint: "Se aceptan fracciones como 12.5, y un rango cuenta por su extremo inferior.",
    since: "¿Desde cuándo las tiene sin interrupción?",
    month: "Año y mes",
    tenure: "O aproximadamente",
    noTenure: "Sin indicar",
    sinceHint: "Indique solo las acciones que tiene desde entonces; contamos desde el final del mes.",
    price: "Precio más alto de una acción en los últimos 60 días, en dólares",
    priceHint: {
      "no-price": "No tenemos el precio: búsquelo y escríbalo en cifras, como 512.30.",
      "price-stale": (date) =>
        `Nuestro precio, del ${date}, es demasiado antiguo: búsquelo y escríbalo en cifras, como 512.30.`,
    },
    button: "Ver si reúno los requisitos",
    again: "Calcular de nuevo",
    summary: (count) => icu("{count, plural, one {Corrija un campo} other {Corrija # campos}}", { count }),
  },

  answer: {
    now: "Usted podría reunir los requisitos ahora",
    nowText: (tier, rule) => `Por sí solo, usted alcanza este nivel de la ${rule}: ${tier}.`,
    from: (date) => `Usted podría reunir los requisitos desde el ${date}`,
    fromText: (tier, rule) =>
      `Desde entonces, alcanza por sí solo este nivel de la ${rule}: ${tier}. Depende del precio en las semanas anteriores y de no interrumpir la tenencia.`,
    below: "Todavía no: el valor está por debajo del nivel más bajo",
    belowText: (tier, shares, count) =>
      icu(
        "El nivel más bajo es {tier}. Al precio de abajo, ese valor son {count, plural, one {{shares} acción} other {{shares} acciones}}.",
        { tier, shares, count },
      ),
    cannot: "Aún no podemos saberlo",
    why: {
      "no-rule": "Aún no se registraron los niveles de la regla para esta empresa.",
      "no-price": "El valor de sus acciones depende del precio. Escriba el más alto de los últimos 60 días.",
      "price-stale": "Nuestro precio es demasiado antiguo. Escriba el más alto de los últimos 60 días.",
      "range-too-wide": (tier) => `Su rango abarca el nivel más bajo, ${tier}. Escriba un número.`,
      "tenure-unknown": (tier) =>
        `El valor alcanza el nivel más bajo, ${tier}. Si el tiempo basta depende del mes de compra: véalo en sus extractos.`,
    },
    counted: "Datos usados",
    shares: "Acciones",
    lowerEnd: (shares) => `${shares}, el extremo inferior del rango`,
    price: "Precio",
    priceOf: (price, date) => `${price} por acción, el más alto en 60 días, al ${date}`,
    priceUndated: (price) => `${price} por acción, el más alto en 60 días`,
    ownPrice: (price) => `${price} por acción, según lo escribió`,
    value: "Valor",
    since: "Las tiene desde",
    endOf: (month) => `el final de ${month}`,
    rough: (range) => `${range}, contado por su extremo inferior`,
    notSaid: "no se sabe",
    rule: "Regla",
    ruleOf: (date) => `al ${date}`,
    ruleUndated: "sin fecha registrada",
    checked: "Verificado",
    isChecked: "La organización verificó la regla y el precio con sus fuentes.",
    notChecked:
      "La organización no los ha verificado recientemente. Compare la regla y el precio con sus fuentes antes de confiar en esto.",
    notCheckedOwn:
      "Sin verificar: usted escribió el precio. Compárelo, y también la regla, con sus fuentes antes de confiar en esto.",
    narrower: "Un número y un mes exactos podrían dar una fecha anterior u otro nivel.",
    strongest: "Es solo una estimación: el texto de la regla y la empresa deciden si cumple los requisitos.",
  },

  tier: (dollars, years) =>
    icu("al menos {dollars} de valor, tenidas durante al menos {years, plural, one {# año} other {# años}}", {
      dollars,
      years,
    }),

  rule: {
    heading: (rule) => `Lo que exige la ${rule}`,
    none: "Aún no se registraron los niveles de la regla para esta empresa.",
    caption: "Cumpla uno de estos por sí solo",
    value: "Valor de las acciones",
    held: "Tenidas sin interrupción durante",
    atLeast: (dollars) => `al menos ${dollars}`,
    years: (years) => icu("{years, plural, one {# año} other {# años}}", { years }),
    terms: (days) => [
      `El valor es el número de acciones por el precio más alto en los ${days.window} días antes de presentar la propuesta.`,
      "Cada accionista debe alcanzar un nivel por sí solo; las acciones nunca se suman.",
      "Debe tener las acciones sin interrupción. Debe declarar por escrito que las tendrá hasta la junta.",
      "Debe indicar cuándo puede reunirse con la empresa sobre la propuesta.",
      "Una propuesta por persona y por junta.",
      `La propuesta y su justificación pueden tener hasta ${days.words} palabras.`,
      "La prueba de titularidad la da el participante de la DTC que tiene las acciones: su bróker o la firma que hay detrás. Pídala pronto.",
      `Si la empresa le avisa de un defecto, tiene ${days.cure} días para corregirlo.`,
      "Una propuesta presentada todavía puede impugnarse, excluirse o retirarse.",
    ],
    source: "Fuente",
    asOf: (date) => `Al ${date}.`,
    undated: "Sin fecha registrada.",
    checkedOn: (date, by) => `Verificado con su fuente el ${date} por ${by}.`,
    stale: "Esa verificación es demasiado antigua para confiar en ella.",
    notChecked: "Sin verificar: la organización aún no ha comparado esto con el texto de la regla.",
  },

  deadline: {
    heading: "Fecha límite para propuestas",
    known: (date, year) => `La fecha límite para propuestas de la junta de ${year} es el ${date}.`,
    unknown: "Aún sin verificar. Pregunte a la empresa.",
  },

  packet: {
    heading: "Documentos para empezar",
    text: "Tres cartas a su nombre: una pide a su bróker la prueba de que las acciones son suyas, y dos son declaraciones a la empresa. Llene los corchetes y envíelas usted; no queremos copia.",
    empty: "Sin sus datos",
    pdf: "PDF (tamaño carta)",
    plain: "Solo texto",
    fill: "Agregar sus datos",
    fillHint: "Solo van a los documentos y no se guardan; lo que deje en blanco queda entre corchetes.",
    name: "Su nombre",
    shares: "Número de acciones",
    month: "Las tiene desde, año y mes",
    paper: "Tamaño de papel",
    papers: { letter: "Carta, 8½ × 11 pulgadas", a4: "A4" },
    makePdf: "Crear PDF",
    makeText: "Crear texto",
    willing: "¿Quiere presentar una propuesta con otros? Dígalo en su compromiso",
    willingText: "y la organización podrá escribirle, si usted acepta.",
    summary: "Los documentos aún no se crearon",
  },

  errors: {
    "since-missing": "Escriba el mes o elija un tiempo aproximado; también puede elegir “no lo sé”",
    "price-plain": "Escriba el precio en cifras, como 512.30",
    "paper-unknown": "Elija tamaño carta o A4",
    "name-long": "Acorte el nombre a 120 caracteres",
  },

  papers: {
    title: (company) => `Documentos para presentar una propuesta a ${company}`,
    subject: (rule) => `Cartas de un accionista según la ${rule}, para llenar`,
    about: (company) =>
      `Para accionistas de ${company} dispuestos a presentar una propuesta con otros, cada uno con sus propios requisitos.`,
    of: (campaign) => `Preparado por la campaña “${campaign}”.`,
    howHeading: "Cómo usar estos documentos",
    how: [
      "Llene los corchetes y tache lo que no corresponda. Nunca pedimos estos datos.",
      "Firme y feche cada carta. Envíe la primera a su bróker y las otras dos a la empresa con la propuesta.",
      "Conserve los originales. No nos envíe copia.",
    ],
    insideHeading: "Qué contiene",
    rule: (url) =>
      `Los niveles y plazos de la regla, y si la organización los verificó, están en ${url}. Antes de presentar, lea la regla y la declaración informativa (proxy statement) más reciente de la empresa.`,
    nameLeftOut:
      "Estas páginas no pueden imprimir algunas letras de su nombre. Escríbalo a mano en el espacio, o use la versión de texto.",
    disclosuresHeading: "Tenga en cuenta",
    whoHeading: "Quién dirige y financia esta campaña",

    blank: {
      name: "[su nombre]",
      address: "[su dirección]",
      date: "[fecha]",
      signature: "[firma]",
      broker: "[nombre y dirección de su bróker o banco]",
      account: "[la cuenta, tal como la nombra su bróker]",
      company: (company) =>
        `[${company}, a la atención de su secretario corporativo, en la dirección de su declaración informativa (proxy statement) más reciente]`,
      shares: "[número]",
      since: "[día, mes y año]",
      dayIn: (month) => `[día] de ${month}`,
      year: "[año]",
      filed: "[día en que presenta la propuesta]",
      title: "[título de la propuesta]",
      reach: "[teléfono o correo electrónico]",
    },

    broker: {
      title: "Carta al bróker: prueba de titularidad",
      subject: (company, account) => `Prueba de mi titularidad de acciones de ${company}, cuenta ${account}`,
      ask: (company, shares, rule) =>
        `Ustedes tienen por mi cuenta ${shares} acciones de ${company}. Me propongo presentar a la empresa una propuesta de accionistas según la ${rule}, como uno de varios presentantes, cada uno por derecho propio. Para ello necesito una prueba de mi titularidad del participante de la DTC que tiene las acciones.`,
      please: "Les ruego que me envíen una carta con su membrete, firmada y fechada, que declare:",
      states: (company, shares, since, filed) => [
        "mi nombre como titular de las acciones;",
        "que su firma es participante de la DTC y las tiene, con el nombre con el que figura allí;",
        `que he tenido al menos ${shares} acciones de ${company} sin interrupción desde el ${since} hasta el ${filed} inclusive.`,
      ],
      chain:
        "Si otra firma es el participante de la DTC que tiene las acciones por ustedes, les ruego que me envíen también una carta así de esa firma. En la carta de ustedes, nómbrenme como el cliente para quien las tienen.",
      time: (days, reach) =>
        `La empresa puede pedir una corrección, y la regla deja ${days} para ello. Si hay algún problema, les ruego que me lo digan pronto: ${reach}.`,
      fewDays: "pocos días",
      days: (days) => icu("{days, plural, one {# día} other {# días}}", { days }),
    },
    hold: {
      title: "Declaración de la intención de conservar las acciones",
      subject: (company, title) => `Propuesta de accionistas a ${company}: ${title}`,
      own: (company, shares, since) =>
        `Soy titular de ${shares} acciones de ${company} y las he tenido sin interrupción desde el ${since}. La prueba de titularidad procede del participante de la DTC que las tiene.`,
      intend: (year) =>
        `Me propongo conservar estas acciones, al menos tantas como exige la regla, sin interrupción hasta la fecha de la junta de accionistas de ${year} inclusive, para la que presento esta propuesta.`,
      alone:
        "Hago esta declaración solo por mí. Mis acciones no se suman a las de nadie para cumplir la regla, y no presento ninguna otra propuesta para esa junta.",
    },
    meet: {
      title: "Declaración de disponibilidad",
      subject: (company, title) => `Propuesta de accionistas a ${company}: ${title}`,
      able: (company) =>
        `Puedo reunirme con ${company}, en persona o por llamada, para hablar de la propuesta que he presentado. Puedo hacerlo en estos días, todos dentro del plazo que la regla fija tras la presentación:`,
      times: [
        "[día], de [hora] a [hora], [zona horaria]",
        "[día], de [hora] a [hora], [zona horaria]",
        "[día], de [hora] a [hora], [zona horaria]",
      ],
      reach: (reach) => `Para acordar uno de ellos, pueden contactarme en ${reach}.`,
    },
    to: "Para:",
    re: "Asunto:",
    regards: "Atentamente,",
    page: (number, of) => `Página ${number} de ${of}`,
    hash: (sha256) => `SHA-256 del texto: ${sha256}`,
  },
} satisfies Translation<Words["coFile"]>;
