import type { Rule } from "./phrases.ts";
import { type Kind, threat } from "./rule-kind.ts";

/** What the writer would do, calls for harm, and announcements of it. */
export const spanishThreats: readonly Rule<Kind>[] = [
  // Lo que haría quien escribe.
  threat("n", "<CLITIC> {voy} (<MATAR> / {quemar} / matar)"),
  threat("nt", "<CLITIC> {voy} <HERIR>"),
  threat(
    "n",
    "{voy} (<MATARTE> / <QUEMARLE> / <MATAR> {gente} / {quemar} {blanco} / {quemar} (a|en|con) .? .? " +
      "(<LUGAR|GENTE> / todo / dentro))",
  ),
  threat("nt", "{voy} (<HERIRTE> / <HERIR> {gente})"),
  threat("n", "(<CLITIC>)? {voy} {romper} (a)? {cuerpo}"),
  threat(
    "n",
    "(<CLITIC>)? ({voy} {darle} / damos|daremos|dare|pego|pegamos|meto|metemos|pegare|meteremos|metere|" +
      "pondre|ponemos|pongo|clavo|clavare|clavamos|mando|mandamos|lleno|llenamos|caemos|caere|caeremos|" +
      "caigo|vaciare) (a|de|con|en)* {herramienta} (<^ES_ABSTRACT>)?",
  ),
  threat(
    "n",
    "(<CLITIC>)? ({voy} / {hayque}) {darle} (a|de|hasta)+ (balazos / tiros / plomo / palos / golpes / " +
      "patadas / cuchilladas / punaladas / machetazos / putazos / chingadazos / hostias / trompadas / " +
      "pinas / palazos / piedras / morir / matar / madrazos / batazos / pedradas / plomazos / la muerte)",
  ),
  threat(
    "n",
    "<CLITICYOU> <MATARE> / <CLITICYOU> <MATO> / <CLITICYOU> <QUEMO|QUEMARE> / <MATARE> (a)? {gente} / " +
      "<QUEMARE> {lugar} / <QUEMO> <SU> {medio}? <LUGAR> / <MATO> (a|al)+ {gente}",
  ),
  threat("nt", "<CLITICYOU> <HERIRE> (<^ES_ABSTRACT>)?"),
  threat(
    "n",
    "(te|los|les|le|os) (agarro|agarre|agarramos|agarren|muelo|cago|cagamos|doy|damos|llene|lleno|" +
      "reviento|reventamos|sacamos|saco|vamos) (a) (sacar)? .? .? (golpes|palos|tiros|patadas|balazos|" +
      "punaladas|machetazos|madrazos|chingadazos|putazos|trompadas) / a (balazos|tiros|machetazos|" +
      "plomazos|punaladas|golpes) (los|las|te|le|les|hay) / (voy|vamos|ire) (a)? (llevar|traer|usar|" +
      "comprar|cargar|sacar|llevarles|conseguir) (una|un|mi|el|la|mis|nuestras)* {medio}? <ARMA> / " +
      "<CLITIC> (rompo|rompemos|rompere|romperemos|parto|partimos|partire|partiremos|corto|cortamos|" +
      "cortare|reviento|reventamos|reventare|vuelo|volamos|volare|volaremos|arranco|arrancare|saco|" +
      "sacamos|sacare|rebano|tumbo|quiebro|quebramos|bajo|bajamos) {cuerpo}",
  ),
  threat(
    "n",
    "(<CLITIC>)? (prendo|prendemos|prendere|prenderemos|prendamos) fuego / (pondre|pondremos|pongo|" +
      "ponemos|puse|pusimos|coloque|colocamos|plante|plantamos|deje|dejamos|meti|metimos|instale|" +
      "instalamos|escondi|enviamos|mande|tengo) (una|un|varias|unas|explosivos|la|dos|tres)? {medio}? " +
      "<BOMBA> / hay (una|un|varias|dos|tres) {medio}? <BOMBA> (en|bajo|debajo|dentro|lista|esperando|" +
      "puesta)",
  ),
  threat(
    "",
    "(vamos|voy|iremos|ire|vengo|llegaremos|llegare|pasaremos|pasare|caere|caeremos|caigo|visitare|" +
      "visitaremos|visitarte|visitarlos|visitar|aparecere|apareceremos|esperamos|espero|esperare|" +
      "esperaremos|esperarte|esperarlos|buscarte|buscarlos|buscar) .? .? .? (a|en|hasta|por|fuera|afuera|" +
      "de|con)+ .? (<SU> {medio}? <HOGAR> / la salida / la puerta de <SU>)",
  ),
  threat(
    "",
    "(<GO> / nos vemos / <CLITIC> (espero|esperare|esperamos|recibire|visito|visitare|busco) / espero|" +
      "esperamos|esperare / llego|llegaremos|llegamos|llegare|llevo|llevare|llevaremos|vuelvo|volvere|" +
      "volveremos|visito|visitare|visitaremos|aparezco|apareceremos|entrare|entraremos|traigo|traemos|" +
      "ire|iremos|paso|pasaremos) .? .? .? .? .? .? .? (con|armado|armados|armada) (un|una|mi|mis|el|la|" +
      "nuestras|nuestros|unos|unas|de|bidones|hasta|los|las)* {medio}? (<ARMA> / hasta los dientes)",
  ),
  threat(
    "",
    "(tengo|tenemos|compre|compramos|traigo|cargo|llevo|llevare|llevaremos|ya) .? " +
      "(un|una|mi|la|el|varios|suficiente|suficientes|esta|lista|listo)* {medio}? <ARMA> .? .? .? .? .? " +
      ".? .? (<CLITICYOU|ES_YOU> / <SU> / usarla|usarlas|usarlo|disparar|lista|listas|cargada / <NAME>)",
  ),
  threat(
    "",
    "(bala|balas|tiro|tiros|plomo|balazo|cuchillo|soga|navaja|bomba|pistola|balazos|plomazo) .? .? .? " +
      "(para|con|lleva|llevan|tiene|tienen|en|es|va|van|entre|que)+ .? .? .? (<SU> {medio}? " +
      "(nombre|nombres|frente|cabeza|nuca|cuello|pecho|cara|sien|ceja|cejas|ojos|espalda|<PARIENTE>) / " +
      "ti|ustedes|usted|vos|vosotros|todos|ellos / <NAME> / cada uno)",
  ),
  threat(
    "",
    "(te|los|las|os|lo|la|le|les) (<GO> a / andamos|ando|estamos|estoy) (encontrar|buscar|cazar|" +
      "cazando|agarrar|rastrear|vigilando|observando|siguiendo|esperando|buscando|levantar|arrancar|" +
      "desaparecer|cagar|caer|enterrar|sepultar|tronar|quebrar|bajar|reventar|plomear|joder|madrear|" +
      "chingar|partir|pudrir|visitar|vigilar|seguir / hacer (pagar con / sufrir|sangrar|llorar|mierda|" +
      "pedazos|pelota|bosta|picadillo|pure|cagar|desaparecer) / mandar al (hospital|cementerio|panteon|" +
      "hoyo|otro|infierno) / dejar (tieso|tiesos|frio|frios|sin|como|tirado|tirados|lisiado|hecho|hechos " +
      "/ en silla) / (tirar|echar) (bala|plomo) / poner (en la mira / bajo tierra / a dormir))",
  ),
  threat(
    "",
    "<GO> a " +
      "(encontrarte|encontrarlos|encontraros|buscarte|cazarte|cazarlos|cazaros|hacerte|hacerlos|hacerles) " +
      "(<^ES_ABSTRACT>)? " +
      "(pagar|sufrir|sangrar|mierda|pedazos|dano|y|,|llorar|desaparecer|picadillo|donde|uno|el)+",
  ),
  threat(
    "",
    "(te|los|os|les|le) .? (tengo|tenemos|traigo) .? (en la mira / ubicado|ubicados|vigilado|vigilados|" +
      "ubicada|ubicadas|vigilada|medido|medidos|localizado|localizados|fichado|fichados)",
  ),
  // Lo que le pasaria a alguien.
  threat(
    "nf",
    "(te|se|os) <VAS> a (todos)? <MORIR> / (vas|vais) a (todos)? <MORIR> / (van a morir / van a arder) " +
      "(todos|ustedes) / <VAS> a (todos)? (acabar|terminar|amanecer|aparecer|quedar|salir) .? .? (en|" +
      "dentro|bajo|debajo|con) (una|un|la|el|los)? .? (cuneta|zanja|fosa|bolsa|bolsas|cajon|ataud|hoyo|" +
      "baldio|barranco|caja|tumba|rio|maleta|cajuela|baul|hospital|morgue|panteon|cementerio|tierra|" +
      "puente|pies)",
  ),
  threat(
    "qnf",
    "(tu|usted|ustedes|vosotros|vos|{suyo}|<NAME>|nadella) (todos)? (<VAS>) a (<MORIR> / " +
      "(ser|terminar|acabar|quedar|amanecer|aparecer) .? (<MATADO> / muertos / tirado / tirados / " +
      "colgado / colgados / muerto / enterrado / enterrados / bajo / en (una|un) " +
      "(zanja|fosa|bolsa|cajon|hoyo)) / arder|sangrar|sufrir|caer|lamentarlo / pagar con)",
  ),
  threat(
    "qnf",
    "<SU> {medio}? (<LUGAR|GENTE|PARIENTE>) {medio}? {medio}? (<VAS> a / <MUST>|sera|seran|quedara|" +
      "quedaran|debe|deben|merece|merecen|acabara|terminara / tiene|tienen que) (a|ser|quedar|terminar|" +
      "acabar|hecho|que|en|todo|todas|todos)* (<QUEMADO|MATADO> / arder|explotar|volar|caer|quemarse|" +
      "incendiarse|morir|sangrar|sufrir|cenizas|llamas|pagar|escombros|pagarlo|pagarla|lamentarlo|" +
      "huerfanos|huerfanas|ruinas / <MORIR>)",
  ),
  threat(
    "qnf",
    "<SU> {medio}? (<LUGAR|GENTE|PARIENTE>) .? (ardera / arderan / explotara / explotaran / volara / " +
      "volaran / morira / moriran / sangrara / sangraran / pagara / pagaran / sufrira / sufriran / arde " +
      "/ arden / vuela / vuelan / explota / sera la proxima / sera el proximo / seran los siguientes / " +
      "sigue / siguen / peligra / peligran / muere / mueren / caera / caeran)",
  ),
  threat(
    "nf",
    "(moriras / moriran / morireis / moriran todos / morira usted / mueres / moris / te mueres / te " +
      "moris / se mueren todos / arderas / arderan / arderan todos / sangraras / sangraran / te mueres " +
      "hoy) (<^ES_STOPMID>)? (^/,/<^ES_ABSTRACT>)",
  ),
  threat(
    "nqf",
    "(<MUST> / {hayque} / tu|usted|ustedes|vosotros|{gente}) (todos|ustedes|usted)? " +
      "(<MUST>|deberias|deberian|deberia) (todos|que|a|ser|acabar|terminar|estar)* " +
      "(morir|morirse|morirte|moriros|<MATADO>|colgados / la horca|muerte / " +
      "arder|pudrirse|sangrar|muertos|muerto / (que)? (<CLITIC>) <MATE|MATEN|QUEMEN|MATARA> / " +
      "(una|la|el|un) {medio}? (<TOOL> / soga / horca / muerte / paredon / guillotina / hoguera / silla " +
      "electrica / pena de muerte))",
  ),
  threat(
    "nqf",
    "(mereces / mereceis / merecen / merece / merecias / merecian / deberias / deberian / deberia / " +
      "deben / tienen que / tendrian que) .? .? (morir|morirte|morirse / ser (<MATADO>) / acabar " +
      "(<MATADO>|muertos|colgados) / la (muerte|horca|guillotina|hoguera|silla) / (que) <CLITIC> " +
      "(<MATE|MATEN|QUEMEN|HIERAN|MATARA> / den|peguen|metan|pongan|corten|rompan|partan .? .? " +
      "(<TOOL|CUERPO>|fuego|paliza)) / un {medio}? <TOOL> / una {medio}? <TOOL> / <TOOL> / " +
      "colgar|arder|pudrirse|estar (muertos|muerto|bajo) / el paredon)",
  ),
  threat(
    "nqf",
    "(hay que / habria que / deberiamos / debemos / tenemos que / vamos a / toca / es hora de / " +
      "alguien (tiene que / debe / deberia / deberia de / tendria que / podria / puede) / urge / ganas " +
      "(me dan)? de / dan ganas de / queremos / quiero) (<MATARTE|QUEMARLE> / <MATAR> {gente} / {quemar} " +
      "{lugar} / {quemar} (a|en|todo) .? .? (<GENTE|LUGAR>|todo)? / {romper} (a)? {cuerpo} / {darle} " +
      "(de|a)? {herramienta} / {darle} fuego / colgarlos / darle(s)? muerte)",
  ),
  threat(
    "nqft",
    "(hay que / habria que / alguien (tiene que / debe / deberia / tendria que / podria)) " +
      "<HERIRTE|HERIR> {gente}?",
  ),
  threat(
    "nf",
    "<OJALA> (que)? (un dia / alguien / algun dia / pronto / ya / a / algun / hoy / todos)* (<CLITIC|" +
      "ES_YOU>|todos|{gente}|ustedes|{suyo})* (<MATE|MATEN|QUEMEN|MATARA|HIERAN> / muera|mueran|mueras / " +
      "<MATANDO> / vea|vean .? .? (muertos|muerto) / caiga|caigan .? (una|un|el|la)? .? (bomba|rayo|" +
      "avion|edificio|encima) / de|den|peguen|pegue|metan|meta|pongan|ponga|corten|corte|rompan|rompa|" +
      "partan|parta|dieran|pegaran|metieran .? .? (<TOOL|CUERPO|BOMBA>|fuego|cancer|paliza|infarto|sida) " +
      "/ de|da un (cancer|infarto) / agarre|agarren (un|el)? (cancer|sida) / tenga|tengan|tengas (un)? " +
      ".? (cancer|accidente|muerte) / pase|pasen .? (por encima / lo peor) / arda|ardan|explote|exploten|" +
      "sufra|sufran|sufras|sangre|sangren|choque|choquen|choques|estrelle|estrellen|pudra|pudran|pudras|" +
      "atropelle|atropellen|reviente|revienten)",
  ),
  threat(
    "nf",
    "(^ / ,) que (<CLITIC>|todos|a|<GENTE>|<EL>|alguien|ya|uno|me|dios)* (<MATE|MATEN|QUEMEN|MATARA> / " +
      "muera|mueran|mueras / " +
      "den|peguen|metan|pongan|de|pegue|meta|ponga|corte|rompa|parta|corten|rompan|partan .? " +
      "(un|una|la|el|unos)? (<TOOL|CUERPO|BOMBA>) / " +
      "arda|ardan|ardas|revienten|sangren|exploten|vuelen|pudran)",
  ),
  threat(
    "n",
    "(^ / ,|y|pues|pero|ya|por|favor|ahora|vamos|mejor|anda|vayan|ve|vaya|todos|companeros|hermanos|" +
      "gente|pueblo) (<MATEN> (a)? {gente} / <MATENLO> / <QUEMEN> {lugar} / <QUEMENLE> / <HIERENLO> / " +
      "(prendan|prendanle|prendele|prendanles|metan|metanle|echenle|prende|prendamos|prendamosle) fuego " +
      "/ (pongan|ponganle|pon|ponle|denle|dale|dele|metanle|metele|peguenle|pegale|metanles) (un|una|" +
      "de)? {medio}? <TOOL> / (corten|rompan|partan|cortenle|rompanle|cortale|rompele|partanle|partele) " +
      "{cuerpo})",
  ),
  threat(
    "n",
    "(voy|vamos|va|van|quiero|puedo) a? (jalar|apretar|tirar) (el|del) gatillo / " +
      "(jalo|aprieto|jalamos|apretare|jalare|jalaria) el gatillo / " +
      "(kilos|carga|cargas|paquete|cinturon|chaleco|litros) .? (de|con)? .? <BOMBA> / coche bomba|carta " +
      "bomba / (contratar|contratado|pagar|pagado|conozco|consigo|mandar|mande|mandamos) .? .? " +
      "(sicario|sicarios|matones|sicaria)",
  ),
  threat(
    "n",
    "muerte (a|al) {gente} / (al / a la) (paredon / horca / hoguera / guillotina / silla electrica) / " +
      "plomo (a|al|para|con) {gente}? / a la horca con / (bala|plomo|machete|cuchillo|paredon|palo) " +
      "(para|a|con) {gente} / muera|mueran|muerte .? (nadella / <NAME> / <EL> <GENTE> / <EL> {medio} " +
      "<GENTE>)",
  ),
  threat(
    "n",
    "(cuidate|cuidese|cuidense|cuidaos|guardate|miren|mira|mire|vigila|vigile) .? .? (la|las|tu|su|" +
      "sus) (espalda|espaldas) / (cuidado|cuidate|cuidese|cuidense|cuida|cuide|cuiden|ojo) .? .? (<SU> " +
      "{medio}? <PARIENTE> / con <SU> {medio}? <PARIENTE|HOGAR> / (cuando|si) (salgas|salgan|salga|" +
      "duermas|duerman|camines|caminen|manejes|andes|anden|vuelvas|vuelvan|regreses|prendas|subas|suba|" +
      "arranques|abras|abran|crucen|cruces) / al (salir|prender|arrancar|encender|cruzar|abrir|manejar|" +
      "caminar) / (en|por) (la|las)? (calle|calles|noche))",
  ),
  threat(
    "n",
    "(se|sabemos|conozco|conocemos|sabe|sabes|averiguamos|averigue|tengo|tenemos|ya) (que / se / muy / " +
      "bien / todos / ya / exactamente / tambien / perfectamente / muy bien / tu / su)* (donde / en " +
      "donde / a que / que / direccion / por donde / cual / adonde / la direccion) .? .? .? (vives|vive|" +
      "viven|vivis|duermes|duerme|duermen|dormis|trabajas|estudian|estudia|va|van|direccion|casa|escuela|" +
      "colegio|hijos|hijas|familia|esposa|estacionas|estaciona|estacionan|coche|carro|auto|manejas|" +
      "maneja|corres|caminas|pasas|pasan|tu|su|juegan|comes)",
  ),
  threat(
    "n",
    "(tienes|tiene|tienen|teneis|tenes) .? .? los dias contados / <SU> dias (estan / ya estan) " +
      "contados / los dias contados / (date|dense|daos|dese) por muerto|muertos|muerta / " +
      "(eres|sos|son|es|sois|estas|estan|esta|estais) (ya|un|unos|una|hombre|todos|hombres|mujer|bien)* " +
      "(muerto|muertos|muerta|fiambre|cadaver|cadaveres) (<^ES_STOPMID>)? / " +
      "(duerme|duerman|duerma|duerme|dormi) con un ojo abierto / " +
      "(eres|sos|son|seras|seran|sera|es|usted|ustedes) (el|la|los|tu|las|usted) " +
      "(proximo|proxima|proximos|siguiente|siguientes) (<^ES_STOPMID>)? / te (va|vamos) a cargar / los " +
      "va a cargar / ya (valiste / valieron / te cargo / se murieron / estas muerto) / " +
      "(despidete|despidanse|despidase|despedite) de .? .? <PARIENTE|GENTE> / " +
      "(reza|recen|rece|rezad|rezen|encomiendate) .? .? (ultima / padrenuestro / tus / sus / antes / lo " +
      "que / porque / por (tu|su|sus|tus) <PARIENTE|CUERPO> / por (tu|su|sus) (vida|vidas))",
  ),
  threat(
    "nf",
    "(correra / va a correr / habra / va a haber / corre / hay / habran / van a haber / derramaremos / " +
      "derramare) .? .? " +
      "(sangre|muertos|muertes|balas|plomo|bala|heridos|balazos|cadaveres|funerales|velorios)",
  ),
  threat(
    "nf",
    "(rodaran / van a rodar / cortaremos / cortare / quiero ver / caeran / veremos rodar) .? .? " +
      "(cabezas / cabeza / rodar cabezas)",
  ),
  threat(
    "n",
    "(seria|que) (una)? (pena / lastima / terrible / triste / mala suerte) (que|si) .? .? .? (pase|" +
      "pasa|pasara|pasase|sucediera|sucede|ocurriera|ocurre|ocurra|incendiara|quemara|prendiera|pasarle|" +
      "accidente|le|les) / (accidentes|accidente|desgracias|cosas|incendios) (pasan|ocurren|suceden|" +
      "pueden|feas|malas) .? .? .? (a / con / en / a <SU> / <SU> / pasar / pasan)",
  ),
  threat(
    "n",
    "(no|ni|nunca) (vas|vais|van|va|saldras|saldran|saldra|llegaras|llegaran|llegara|veras|veran|" +
      "viviras|viviran|vivira|amaneceras|amaneceran|sobreviviras|sobreviviran|despertaras|despertaran|" +
      "despiertas|salen|sales|llegas|llegan|volveras|volveran|regresaras|regresaran|caminaras|caminaran) " +
      ".? .? (vivo / viva / vivos / vivas / con vida / llegar / amanecer / navidad / para contarlo / " +
      "manana / ver (el|la|otro|crecer) / contarla / a (tu|su) casa / a ver / respirar / caminar / " +
      "despertar / dormir / salir / la proxima / otro dia / otra)",
  ),
  threat(
    "n",
    "(matate / matense / suicidate / suicidense / ahorcate / ahorquense / muerete / muerase / muranse " +
      "/ murete / moriros / morite / mueranse / tirate (a|de|por|del) / pegate un tiro / peguense un " +
      "tiro / cuelgate / colgate / pudrete / pudranse / pudrase / pudrite / revienta / ojala te) " +
      "(<^ES_STOPMID>)?",
  ),
  threat(
    "n",
    "(o|y) (<CLITIC>)? (te|los|les|os|se|las|le)+ (mueres / mueren / atienes / <MATO> / <QUEMO> / " +
      "carga / arrepentiras / vuelan / quemamos / matamos / cae / caemos / va a pesar)",
  ),
  threat(
    "n",
    "(que / para que) .? (aprendan|aprendas|sientan|sepan|sientas) .? .? .? (balazos / golpes / palos " +
      "/ sangre / plomo / a tiros / a palos / quemado / fuego)",
  ),
  threat(
    "n",
    "(te|los|les|le|lo|las|la|os) (quiero|queremos) (ver / muerto / muertos / muerta / bajo / colgado " +
      "/ colgados / tres metros) .? .? (<MATADO>|muerto|muertos|colgado|colgados|colgando|sangrar|" +
      "sangrando|sufrir|arder|ardiendo|tierra|morir)? / (bajo / dos metros bajo / tres metros bajo) " +
      "tierra / (te|los|le|les) (haremos|hare|haria) (pagar con sangre / sufrir / sangrar / pedazos / " +
      "mierda / llorar sangre / desaparecer / picadillo / la vida imposible)",
  ),
  threat(
    "n",
    "(bailar|bailare|bailaremos|escupir|escupire|mear|meare) (sobre|en) .? <SU> tumba|tumbas / nos " +
      "vemos en (tu|su) (funeral|entierro|velorio) / <SU> " +
      "(funeral|entierro|tumba|velorio|ataud|cajon|lapida) .? .? (<^ES_NEG>)? / <SU> {medio}? sangre .? " +
      ".? (en|por|correra|va|sobre|derramar|piso|calles|calle)",
  ),
  threat(
    "n",
    "(atente|atenganse|atengase|atenete) a las consecuencias .? / (pagar / pagaran / pagaras / pagara " +
      "/ pagaras / pagan / paguen / lo pagaras / lo van a pagar / cobraremos / cobrare) .? (con) <SU> " +
      "{medio}? (sangre|vida|vidas|<PARIENTE>) / con <SU> (sangre|vida|vidas)",
  ),
  threat(
    "n",
    "(vayamos|vamos|vayan|vamonos / hay que ir / vente|vengan|corran) .? .? .? .? a " +
      "<QUEMAR|QUEMARLE|MATARTE|HERIRTE> (a)? {blanco}",
  ),
  threat(
    "nf",
    "(va|van|ban) a morir (este / hoy / manana / pronto / por mi mano / y va / alguien) / por mi " +
      "(propia)? mano / charco de sangre / (empiezan|empezaran|empezamos|comienzan|van) a " +
      "(caer|morir|aparecer) (empleados|ejecutivos|directivos|uno|muertos|cabezas|<GENTE>) / cuerno de " +
      "chivo / (dejarlos|dejarte|dejar|dejarles) (ahi)? (tirados|tirado|tendidos|tendido|frios|tiesos)",
  ),
  threat(
    "n",
    "(listos|listo|dispuestos|dispuesto|vamos|voy|iremos|podemos) (a|para) " +
      "(entrar|meternos|meterme|colarnos|llegar) (a|en) <SU> {medio}? <HOGAR> / (por las buenas / " +
      "buenas) .? .? .? .? (por las malas)",
  ),
  threat(
    "n",
    "(voy|vamos|venimos|vengo|ire|iremos) (por / a por) (ti|usted|ustedes|vos|vosotros / <SU> {medio}? " +
      "(<GENTE|CUERPO>) / <NAME> / ellos) / <VAS> a (acabar|terminar|amanecer|aparecer|quedar|salir) " +
      "(todos)? <MATADO> / (preparense|preparate|preparese|preparaos|alistense|alistate|listos) (para|a) " +
      "(morir|arder|sangrar / lo peor)",
  ),
  threat(
    "n",
    "(te|los|le|les|os) (desaparezco|trueno|plomeo|mocho|descuartizo|ajusticio|apunalo|baleo|quiebro|" +
      "ejecuto|entierro|enterramos|tronamos|desaparecemos|balaceamos|plomeamos) (<^ES_ABSTRACT>)? / (te|" +
      "se|les|le) (vas|van|va) a (acordar de (mi|nosotros) / pesar / arrepentir (cuando / el dia)) / " +
      "(cabeza|cabezas) en (una|un) (estaca|pica|bandeja|palo|plato) / (lo|la|las) (vas|van|va) a pagar " +
      "con <SU> / (un|habra|sera) bano de sangre / de (esta|aqui) no (sales|salen) (vivo|vivos)",
  ),
];
