const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const names = (text: string): readonly string[] =>
  text.split("/").map((name) => name.trim().replace(/\s+/g, " "));

/**
 * Words that are no name, matched as whole words without accents. Words that are also names stay out: Dick,
 * Fanny, Gay, Kike, Bich, Phuc, Fuk, Fick, Verga, Porra, Shittu, Cock.
 */
export const profaneWords = words(`
  fuck fucker fuckers fucked fucking fuckin fck fuq stfu gtfo shit shits shitty bullshit crap cunt cunts bitch
  bitches asshole assholes arsehole arse motherfucker wanker wankers twat nigger niggers nigga faggot faggots
  whore whores slut sluts bollocks dickhead cocksucker pussy piss pissoff retard retards jerkoff blowjob
  scheisse scheiss arschloch arschlocher hurensohn fotze wichser ficken mierda pendejo pendejos cabron
  cabrones cojones chingada chinga gilipollas hijueputa hijoputa merde putain connard connasse salope
  encule enculer cazzo stronzo vaffanculo kurwa chuj spierdalaj skurwysyn caralho foda fodase merda
  siktir orospu amk madarchod bhenchod behenchod chutiya pizda blyad kurva picka jebem jebati
  хуй хуйня пизда блядь бля ебать мудак пидор пидорас нахуй сука
`);

/** As `profaneWords`, but only as written: an accent makes a name of them (Půta). */
export const profaneAsWritten = ["puta", "puto"];

/** Never part of a name. */
export const profaneParts = words(`
  fuck motherf asshole arschloch nigger faggot bullshit dickhead cocksuck hurensohn
  傻逼 傻屄 操你 肏你 他妈的 草泥马 妈的 死ね くたばれ 씨발 개새끼 병신
  شرموط كسمك चूतिया मादरचोद भेनचोद
`);

/** Words of causes. Short ones that are names somewhere (An, My, Are) stay out. */
export const sloganWords = words(`
  abolish defund boycott impeach deport deported deportation deportations dismantle divest because should
  doesn't don't isn't won't can't dont doesnt isnt cant that's against everyone everybody please shame our
  your their these those genocide complicit microsoft azure fascism fascist fascists nazi nazis racism racists
  immigrants migrants detention concentration solidarity forever palestine illegal asylum refugees welcome
  stoppt abschaffen abolir abolid deportaciones deportaciones basta sprawiedliwosci долой позор
`);

/**
 * A slogan begins with one of these words, followed by one of those. Alone each may be a name: Marcus Free,
 * Ban Ki-moon, No In-sung.
 */
export const sloganBeginnings: readonly { verbs: readonly string[]; objects: readonly string[] }[] = [
  {
    verbs: words(`
  free stop save end ban no yes not close shut dump resist vote kill fight quit cancel drop cut support
  block protect defend tax eat smash screw say never reject love hate arrest jail sack fire join
`),
    objects: words(`
  the all ice them us now gaza israel ukraine tibet iran congo sudan hongkong speech trump biden
  musk raids raid war wars kings children kids families family america people more human humans
  borders border walls cages camps police hate justice it this that him her contract contracts big evil
  surveillance slavery rich money working killing helping
`),
  },
  {
    verbs: words(
      "viva vive vivan fuera abajo alto muerte libertad libertas liberte freiheit nieder raus niech " +
        "precz bas",
    ),
    objects: words(
      `la el los las le les l a al para pour fur mit palestina mexico revolucion trump ice z zyje ya`,
    ),
  },
];

/** Fictional characters. Each campaign watches celebrities and namesakes itself. */
export const characterNames = names(`
  mickey mouse/minnie mouse/donald duck/daisy duck/bugs bunny/daffy duck/homer simpson/bart simpson/
  marge simpson/lisa simpson/ned flanders/eric cartman/spongebob squarepants/patrick star/fred flintstone/
  scooby doo/super mario/luigi mario/princess peach/sonic the hedgehog/lara croft/pikachu/son goku/
  naruto uzumaki/sailor moon/hello kitty/doraemon/totoro/darth vader/luke skywalker/anakin skywalker/
  han solo/princess leia/obi wan kenobi/yoda/chewbacca/batman/superman/spider man/spiderman/iron man/
  wonder woman/captain america/bruce wayne/clark kent/thanos/the joker/harry potter/hermione granger/
  ron weasley/albus dumbledore/severus snape/lord voldemort/frodo baggins/bilbo baggins/gandalf/
  gandalf the grey/sauron/santa claus/father christmas/easter bunny/tooth fairy/sherlock holmes/james bond/
  hannibal lecter/mary poppins/peter pan/captain hook/robin hood/winnie the pooh/willy wonka/jack sparrow/
  indiana jones/forrest gump/buzz lightyear/shrek/katniss everdeen/daenerys targaryen/jon snow/
  kermit the frog/miss piggy/cookie monster/big bird/ronald mcdonald/asterix/obelix/pippi langstrumpf/
  pippi longstocking/kaiser soze/keyser soze/don quijote/fantomas/pinocchio/cinderella/humpty dumpty/
  米老鼠/唐老鸭/孙悟空/ミッキーマウス/ドラえもん/микки маус/дональд дак/чебурашка/винни пух/дарт вейдер
`);

/** Words that fill in for a name. A name of only these is empty. */
export const emptyWords = words(`
  test tests testing tester teste prueba essai asdf asdfg asdfgh asdfasdf qwerty qwert qwertz azerty zxcv
  zxcvb foo baz foobar none null nil undefined nan unknown nobody noname anonymous anon anonym anonyme anonimo
  anonima anonymus name firstname lastname surname username user fullname abc abcd xyz blah bla blub lorem
  ipsum someone somebody citizen concerned private hidden secret person human guest admin тест аноним имя
  никто фамилия 测试 匿名 無名 テスト 名無し 테스트 익명 اختبار مجهول परीक्षण בדיקה אנונימי
`);

/** Whole names that people type to give none. */
export const placeholderNames = names(`
  john doe/jane doe/max mustermann/erika mustermann/joe bloggs/foo bar/n a/no name/not given/prefer not to
  say/ not telling/my name/your name/full name/first last/a citizen/a concerned citizen/me/myself
`);
