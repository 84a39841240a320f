import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

const when = "[día], de [hora] a [hora], según el reloj de la sede de la empresa";

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
      "Debe indicar cuándo puede reunirse con la empresa: fechas de 10 a 30 días después de presentar, con las horas de su sede, y cómo contactarlo. Quienes presentan juntos ofrecen las mismas fechas, o nombran a un solo presentante principal.",
      "Una propuesta por persona y por junta.",
      `La propuesta y su justificación pueden tener hasta ${days.words} palabras.`,
      "La prueba de titularidad la da el participante de la DTC que tiene las acciones: su bróker o la firma que hay detrás. Pídala pronto. Los accionistas registrados no necesitan ninguna.",
      `Si la empresa le avisa de un defecto, tiene ${days.cure} días para corregirlo.`,
      "Una empresa puede dejar fuera de la boleta una propuesta presentada. Desde el 17 de noviembre de 2025, el personal de la SEC ha respondido a pocas solicitudes de decidirlo; algunos proponentes demandaron, y AT&T y PepsiCo volvieron a incluir las suyas en 2026. Aquí no se sabe qué hace el personal desde el 1 de octubre de 2026.",
      "Los patrocinadores y las instituciones con más de 5 millones de dólares en acciones de la empresa deben presentar un aviso a los tres días del primer uso de material escrito (Regla 14a-6(g)).",
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
    text: "Cinco documentos a su nombre: carta de presentación, propuesta, prueba de titularidad o solicitud de ella, declaración de tenencia y disponibilidad, y nombramiento de un presentante principal. Un sexto es solo para cuando otra persona presenta por usted. Llene los corchetes y envíelos usted; no queremos copia.",
    empty: "Sin sus datos",
    pdf: "PDF (tamaño carta)",
    plain: "Solo texto",
    fill: "Agregar sus datos",
    fillHint: "Solo van a los documentos y no se guardan; lo que deje en blanco queda entre corchetes.",
    name: "Su nombre",
    shares: "Número de acciones",
    month: "Las tiene desde, año y mes",
    registered: "Las acciones están registradas a mi propio nombre, sin bróker",
    paper: "Tamaño de papel",
    papers: { letter: "Carta, 8½ × 11 pulgadas", a4: "A4" },
    makePdf: "Crear PDF",
    makeText: "Crear texto",
    willing: "¿Quiere presentar una propuesta con otros? Dígalo en su compromiso",
    willingText: "y la organización podrá escribirle, si usted acepta.",
    summary: "Los documentos aún no se crearon",
  },

  errors: {
    "shares-plain": "Escriba el número solo con cifras, como 120 o 12.5",
    "shares-missing": "Escriba cuántas acciones, o elija un rango",
    "shares-or-bucket": "Escriba un número o elija un rango, no ambos",
    "bucket-unknown": "Elija un rango de la lista",
    "since-missing": "Escriba el mes o elija un tiempo aproximado; también puede elegir “no lo sé”",
    "price-plain": "Escriba el precio en cifras, como 512.30",
    "paper-unknown": "Elija tamaño carta o A4",
    "name-long": "Acorte el nombre a 120 caracteres",
  },

  papers: {
    title: (company) => `Documentos para presentar una propuesta a ${company}`,
    subject: (rule) => `Documentos de un accionista según la ${rule}, para llenar`,
    about: (company) =>
      `Para accionistas de ${company} dispuestos a presentar una propuesta con otros, cada uno con sus propios requisitos.`,
    of: (campaign) => `Preparado por la campaña “${campaign}”.`,
    howHeading: "Cómo usar estos documentos",
    how: [
      "Llene los corchetes y tache lo que no corresponda. Nunca pedimos estos datos.",
      "Quienes presentan juntos presentan la misma propuesta, palabra por palabra. El documento 5 no hace falta si presenta usted solo, o si todos ofrecen las mismas fechas.",
      "Firme y feche cada carta. Envíe primero a su bróker la solicitud de prueba, y a la empresa todo lo demás junto, con la prueba cuando la tenga. Guarde constancia del día en que presenta.",
      "Pida a la empresa que confirme con una respuesta. Conserve los originales. No nos envíe copia.",
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
      reach: "[teléfono y correo electrónico]",
      lead: "[nombre y datos de contacto del presentante principal]",
      topic: "[tema de la propuesta]",
      representative: "[nombre y dirección de quien presenta por usted]",
      resolution: "[el texto que se somete a votación y su justificación]",
    },

    strike: "[Tache lo que no corresponda]",
    proposalTo: (company, title) => `Propuesta de accionistas a ${company}: ${title}`,

    submit: {
      title: "1. Carta de presentación",
      ask: (company, year, rule) =>
        `Presento la propuesta adjunta para la junta de accionistas de ${company} de ${year} según la ${rule}.`,
      as: (lead) => [
        "La presento yo solo.",
        "Soy el presentante principal, y otros la presentan conmigo.",
        `La presento junto con el presentante principal, ${lead}.`,
      ],
      proof: [
        "Adjunto la prueba de mi titularidad.",
        "He pedido la prueba de mi titularidad, y la enviaré después.",
      ],
      inOwnName:
        "Las acciones están registradas a mi nombre, así que ustedes pueden verificarlas en sus registros.",
      enclosed:
        "Adjuntos: la propuesta, mi declaración de tenencia y disponibilidad, y lo que se menciona arriba.",
      acknowledge: (reach) =>
        `Les ruego que confirmen con una respuesta que recibieron esta carta, y qué día: ${reach}.`,
    },
    proposal: {
      title: "2. Propuesta",
      words: (words) =>
        words === null
          ? "La regla limita las palabras del texto y su justificación juntos."
          : `El texto y su justificación juntos pueden tener hasta ${words} palabras.`,
    },
    broker: {
      title: "3. Solicitud de prueba de titularidad",
      none: "3. Prueba de titularidad: no hace falta",
      noneText:
        "Usted es accionista registrado: la empresa puede verificar sus acciones en sus propios registros. No necesita la carta de un bróker.",
      notRegistered:
        "El documento 3 es para acciones con un bróker o banco. Un accionista registrado no necesita prueba: no lo incluya.",
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
      title: "4. Declaración de tenencia y disponibilidad",
      own: (company, shares, since) =>
        `Soy titular de ${shares} acciones de ${company} y las he tenido sin interrupción desde el ${since}.`,
      intend: (year) =>
        `Me propongo conservar estas acciones, al menos tantas como exige la regla, sin interrupción hasta la fecha de la junta de accionistas de ${year} inclusive, para la que presento esta propuesta.`,
      alone:
        "Hago esta declaración solo por mí. Mis acciones no se suman a las de nadie para cumplir la regla, y no presento ninguna otra propuesta para esa junta.",
      able: (company, filed) =>
        `Puedo reunirme con ${company}, en persona o por teleconferencia, para hablar de la propuesta, entre 10 y 30 días naturales después de presentarla el ${filed}.`,
      dates: [
        "Estoy disponible en estos momentos, y todos los que presentan conmigo aceptaron ofrecer los mismos.",
        "El presentante principal que figura en el documento 5 da las fechas y horas de todos.",
      ],
      times: [when, when, when],
      reach: (reach) => `Para acordar uno de ellos, pueden contactarme en ${reach}.`,
    },
    leads: {
      title: "5. Presentante principal",
      co: (company, title) => `Presento, junto con otros, la propuesta “${title}” a ${company}.`,
      lead: (lead) => `Su presentante principal es ${lead}.`,
      talks:
        "El presentante principal da las fechas y horas para reunirse de todos los que la presentan, y puede hablar de la propuesta con la empresa. Les ruego que nos escriban a ambos.",
      withdraw: [
        "El presentante principal puede retirar la propuesta también por mí.",
        "Solo yo puedo retirar mi presentación.",
      ],
    },
    represented: {
      title: (rule) => `6. Solo si otra persona presenta por usted: declaración según la ${rule}(b)(1)(iv)`,
      to: (company, year) => `Empresa y junta: ${company}, junta de accionistas de ${year}.`,
      who: (name, representative) => `Proponente: ${name}. Representante: ${representative}.`,
      says: (topic) =>
        `Autorizo a este representante a presentar por mí la propuesta sobre ${topic} y a actuar por mí en lo relativo a ella. Apoyo la propuesta.`,
      noVote: "Esto se refiere solo a la propuesta. No da a nadie mi voto.",
    },
    to: "Para:",
    re: "Asunto:",
    regards: "Atentamente,",
    page: (number, of) => `Página ${number} de ${of}`,
    hash: (sha256) => `SHA-256 del texto: ${sha256}`,
  },
} satisfies Translation<Words["coFile"]>;
