import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

type Row = readonly [string, string];
type Recipient = readonly [string, string, string];

const days = (n: number) => `${n}\u00a0días`;
const running = ({ closedMonths }: { closedMonths: number }) =>
  `Mientras dura la campaña, y ${closedMonths}\u00a0meses más`;

export default {
  title: "Privacidad",
  standfirst:
    "Firmar, decir cómo votará o escribir una carta revela algo de sus ideas. Esta página dice qué guardamos, por qué, quién lo recibe, por cuánto tiempo y cómo hacer que se borre.",

  held: {
    heading: "Qué guardamos sobre usted",
    intro: "Cuando firma, esto y nada más:",
    columns: { what: "Datos", kept: "Se guardan" },
    rows: (kept): Row[] => [
      [
        "Su nombre, correo electrónico y país. Una firma sin una persona detrás no convence a nadie.",
        running(kept),
      ],
      ["Su código postal y su comentario, si los da.", running(kept)],
      [
        "Lo que aceptó, con su texto y su hora: firmar, recibir novedades, figurar en la lista para la empresa, mostrarse en público.",
        running(kept),
      ],
      [
        "Qué correos le enviamos, sin su texto, y si llegaron, volvieron o se marcaron como no deseados. También un código de comprobante, que no abre sus datos.",
        running(kept),
      ],
      [
        "Señales que nos ayudan a detectar programas automáticos. Una parte codificada de su dirección IP. Si su navegador usa un idioma de su país y si se llenó un campo oculto. También, codificados, para encontrar series inventadas: el dominio de su correo, su dirección sin cifras ni signos y su nombre. Su clave cambia cada día, no está en ninguna copia de seguridad y se borra con ellos.",
        days(kept.traceDays),
      ],
      ["Si la firma parecía inventada, por qué, y qué decidió la organización.", running(kept)],
      [
        "Cuándo firmó y confirmó, en qué idioma, y la palabra del enlace por el que llegó (como “mail”).",
        running(kept),
      ],
      [
        "Si pide su propio enlace para compartir: su código aleatorio y cuántas personas firmaron por él. Olvidamos por qué enlace llegó alguien en cuanto confirma.",
        "Hasta que usted le ponga fin, como máximo lo que dure su firma",
      ],
      [
        "Lo que el proveedor de correo dice que ocurrió con un correo, y cuándo, sin su dirección.",
        days(kept.mailEventDays),
      ],
      ["Qué novedades le enviamos.", `${kept.updateEmailMonths}\u00a0meses después del envío`],
      [
        "Si la petición cambió de sentido después de que usted firmó: si pasó, dejó o retiró su firma, y cuándo.",
        running(kept),
      ],
      [
        "Si firmó en otro lugar o en papel: la lista o la hoja de la que llegó su nombre, y el día en que firmó o aceptó.",
        running(kept),
      ],
      [
        "Todo ello, hasta que lo confirme. Los días cuentan desde nuestro correo que lo pide, o desde su formulario si no pudimos enviarlo.",
        days(kept.unconfirmedDays),
      ],
    ],
    pledge: {
      heading: "Cuando nos dice cómo votará como accionista, además:",
      rows: (kept): Row[] => [
        [
          "Cómo tiene sus acciones y cuántas, como número o como rango. El número está cifrado y su clave no está en la base de datos. Lo borramos cuando retira el compromiso. Si lo cambia, guardamos siete días, cifrado, lo que decía antes, para que pueda deshacer el cambio.",
          "Hasta que lo cambie o lo retire",
        ],
        [
          "Si nos lo dice: cómo piensa votar, qué más haría, desde cuándo las tiene, si votó y qué respondió a su carta la administradora de su fondo.",
          running(kept),
        ],
        [
          "La administradora de su fondo, si la nombra, para la carta.",
          "Hasta que cambie o retire el compromiso",
        ],
        ["Qué recordatorios recibió. Puede detenerlos y conservar el compromiso.", running(kept)],
        [
          "Si la organización vio documentos que prueban que tiene las acciones, y cuándo. No guardamos los documentos.",
          running(kept),
        ],
      ],
    },
    letter: {
      heading: "Cuando escribe una carta, además:",
      rows: (kept): Row[] => [
        [
          "Su texto, en calidad de qué escribe y si la empresa puede responderle. Si marca que diga cuántas acciones tiene: ese número. Está cifrado y su clave no está en la base de datos. Lo borramos cuando retira la carta.",
          running(kept),
        ],
        [
          "Su estado: cuándo se confirmó, envió, aceptó o devolvió, y en qué envío. Un hash de su texto exacto y lo que respondió la empresa.",
          running(kept),
        ],
        [
          "Lo que un programa encontró en ella: enlaces y lo que pueda ser una amenaza o un ataque. Cuánto se parece al texto de la campaña y a otras cartas. Deciden personas, no el programa.",
          running(kept),
        ],
        ["Que la envió usted por su cuenta, si nos lo dice.", running(kept)],
      ],
    },
    never:
      "Nunca pedimos su fecha de nacimiento, su empleador ni su situación migratoria. Tampoco números de tarjeta, de cuenta ni del seguro social. Tampoco una tarjeta de voto por poder, un número de control ni el acceso a su bróker. Rechazamos el texto con un número así y no lo guardamos.",
  },

  basis: {
    heading: "Por qué podemos guardarlo",
    text: [
      "Si firma, nos dice cómo votará o escribe, eso revela una opinión política. El derecho de la Unión Europea protege esos datos (artículo 9 del RGPD), así que solo los guardamos con su consentimiento explícito: la casilla que marca para firmar. Cada uso adicional tiene su propia casilla. Ninguna viene marcada, y puede retirar cada consentimiento por separado.",
      "Usamos los nombres para contar a cada persona una vez y mostrar que las firmas son reales. No los vendemos, alquilamos ni usamos para otra cosa.",
    ],
  },

  shown: {
    heading: "Quién recibe qué",
    columns: { gets: "Recibe", beyond: "Lo que el borrado no alcanza" },
    anyCompany: "La empresa a la que se dirige una campaña",
    recipients: (company): Recipient[] => [
      [
        "Todo el mundo",
        "Nada sobre usted, salvo que elija mostrar sus iniciales o su nombre. Entonces aparecen con su país en la lista pública de firmantes o junto a los totales de compromisos. Su comentario puede aparecer con ellos, cuando la organización lo haya leído. Pedimos a los buscadores que no incluyan esas páginas, y usted puede quitar su nombre en su propia página. El recuento es solo un número. Una carta la puede leer todo el mundo solo si usted lo elige y la organización la aprueba. De los compromisos mostramos cuántos titulares hay, y totales. Cada total es de al menos cinco personas, ninguna con más de la mitad, y cambia solo cuando al menos cinco lo cambian.",
        "Las copias hechas mientras se mostraba.",
      ],
      [
        company,
        "El número de firmas. Si marcó su casilla: su nombre, su país y su comentario, nunca una dirección. Una carta le llega con su nombre y su país, y con su correo electrónico solo si marcó esa casilla. Si usted trabaja para ella o para un proveedor suyo, su empleador verá que firmó o escribió.",
        "Las listas y cartas que ya tiene.",
      ],
      [
        "La organización de la campaña",
        "Todos sus datos, para verificar las firmas y entregarlas. Cuántas acciones tiene lo ven solo quienes tienen ese permiso. Cada consulta queda registrada; la de un compromiso se muestra en su propia página.",
        "Las listas exportadas antes. De cada exportación queda registrado quién la hizo.",
      ],
    ],
    mailBy: {
      vendor: (name): Recipient => [
        `${name}, una empresa de los Estados Unidos que entrega nuestros correos`,
        "Su dirección, su nombre y el texto de cada correo.",
        "Lo que conserva según sus propias reglas, y los correos de su buzón.",
      ],
      smtp: [
        "Nuestro servidor de correo y otros del camino hasta su buzón",
        "Su dirección, su nombre y el texto de cada correo.",
        "Los correos ya enviados y los de su buzón.",
      ],
      file: [
        "Ningún proveedor de correo",
        "Ningún correo sale de esta computadora: cada uno se escribe aquí en un archivo.",
        "Nada. Los archivos se borran también.",
      ],
    },
    host: (name): Recipient => [
      name ? `${name}, que aloja este sitio` : "El operador del servidor",
      "Todo lo que se guarda aquí, tal como está en el disco. Las acciones están cifradas.",
      "Sus propias copias, hasta que las sobrescriba. Si restauramos una copia de seguridad anterior, borramos de ella sus datos otra vez.",
    ],
    cdn: (name): Recipient => [
      `${name}, que entrega las páginas`,
      "Su dirección IP, las páginas que abre y los formularios que nos envía.",
      "Lo que registra según sus propias reglas.",
    ],
  },

  threat: {
    heading: "Si debe tener cuidado",
    text: [
      "Nadie puede exigir lo que no guardamos; por eso pedimos poco y borramos pronto. Pero aquí hay una lista de firmantes, y nuestro correo está en su buzón.",
      "Puede firmar con una dirección que no use para nada más. Puede omitir el código postal y el comentario, y no mostrar su nombre. Si figurar en una lista así pudiera perjudicarle, no firme: puede leer y compartir el caso sin dejar nada aquí.",
    ],
  },

  technical: {
    heading: "Cuando solo lee",
    items: (kept) => [
      "Nuestras páginas no ponen cookies ni cargan nada de terceros. Contamos por hora cuántas veces se abre una página, con la palabra del enlace y el nombre del sitio que llevó a ella. No distinguimos a los visitantes. Nuestros correos no llevan píxeles de seguimiento ni enlaces reescritos.",
      `Nunca guardamos su dirección IP. Cuando firma, una parte codificada se borra a los ${kept.traceDays} días. Contra los abusos, el servidor cuenta los formularios de su parte de la red durante ${kept.formMinutes} minutos. Cuenta las denuncias de cartas durante ${kept.reportHours} horas. Todo ello solo en la memoria.`,
      "Los enlaces para compartir llevan una palabra para el medio (como “mail”) y nada sobre usted.",
    ],
  },

  time: {
    heading: "Cuándo termina",
    closing: (kept) =>
      `Guardamos lo confirmado mientras dura la campaña. La organización borra nombres, direcciones, comentarios, cartas y números de acciones dentro de los ${kept.closedMonths} meses siguientes a su cierre. La página “Transparencia” mostrará si elige otro plazo, de ${kept.closedMonthsAtMost} meses como máximo. El recuento se conserva.`,
    items: [
      "Recibe novedades por correo solo si marcó su casilla. Cada una lleva un enlace que las detiene al momento, sin contraseña. La página con sus datos tiene la misma opción. Guardamos con su firma cuándo aceptó y cuándo dejó de hacerlo.",
      "Si un correo para usted se devuelve definitivamente, o usted lo marca como no deseado, guardamos un código hecho con su dirección para no enviarle más novedades.",
      "Si nos pide que no le escribamos nunca más, guardamos un código hecho con su dirección para cumplirlo. De él no se puede deducir la dirección.",
    ],
  },

  who: {
    heading: "Quién es responsable",
    others: "Cada campaña es responsable de sus datos. Vea su página:",
  },

  rights: {
    heading: "Vea, cambie, descargue o borre sus datos",
    text: "Pida un enlace a su propia página. Lo enviamos por correo, para que solo lo reciba usted. Allí puede ver y corregir todos sus datos y cambiar cada consentimiento. Puede retirar su firma, su compromiso o una carta aún no enviada. Puede descargar o borrar todo al momento.",
    link: "Ver o cambiar sus datos",
    erasure:
      "Después de borrar sus datos, solo conservamos un código hecho con su dirección, con la campaña y la hora. Mantiene correcto el recuento y se borra si vuelve a firmar. Su compromiso sale de los totales, y su carta, de todo envío pendiente.",
    ask: "Preguntas, o una solicitud que ninguna página resuelve:",
    missing: "El contacto está por anunciarse.",
    complain: "También puede presentar una queja ante la autoridad que protege los datos donde usted vive.",
  },
} satisfies Translation<Words["privacy"]>;
