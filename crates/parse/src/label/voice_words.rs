//! Words that tell whom a text speaks to and what it is about, in small letters, in the forms that stand in sentences,
//! a blank between two.

/// Words that address the reader.
pub(super) const YOU: &str = "\
    you your yours you're you'll du dein deine dir ihr ihre ihnen vous votre vos tu tes usted tus tú \
    te você seu sua seus voi tuo tua vostro jij je jouw uw twój twoje ci państwo вы вас вам ваш ваши \
    ви siz sizin size din ditt deg dig vy vás váš sinä sinun anda kamu bạn أنت لك شما आप आपके εσείς \
    σας dvs вие ön";

/// Words of somebody who writes of himself.
pub(super) const I: &str = "\
    i my me i'm i've i'd mine myself ich mein meine mir mich je j'ai mon ma mes yo mi mis eu meu \
    minha io mio mia ik mijn ja mój moja я мой моя мне меня мені ben benim jag min mitt jeg mig meg \
    já můj minä minun saya aku tôi أنا من मैं मेरा";

/// Words of a house that speaks of itself.
pub(super) const WE: &str = "\
    we our us we're we've wir unser unsere uns nous notre nos nosotros nuestro nuestra nuestros nós \
    nosso nossa noi nostro nostra wij ons onze my nasz nasze мы наш наши нас ми наша biz bizim vi \
    vår våra vores náš naše me meidän kami kita chúng نحن ما हम हमारे";

/// Words with which news reports speech and action.
pub(super) const SAID: &str = "\
    said says told according announced added reported spokesman spokesperson spokeswoman police \
    minister president government officials sagte erklärte teilte laut zufolge sprecher sprecherin \
    polizei déclaré selon affirmé indiqué annoncé ministre dijo según señaló aseguró informó \
    gobierno disse segundo afirmou governo detto secondo spiegato zei volgens zegt powiedział \
    poinformował według сказал сообщил заявил словам сказав повідомив заявив словами dedi söyledi \
    açıkladı göre säger sade enligt sier sa ifølge siger sagde řekl uvedl podle sanoo kertoo mukaan \
    kata ujar menurut nói theo cho biết قال وقال أكد وأضاف گفت افزود कहा बताया είπε δήλωσε אמר spus \
    declarat каза заяви";

/// Days that news happens on, in small letters, in the forms that stand in sentences.
pub(super) const WHEN: &str = "\
    monday tuesday wednesday thursday friday saturday sunday yesterday tonight montag dienstag \
    mittwoch donnerstag freitag samstag sonntag gestern lundi mardi mercredi jeudi vendredi samedi \
    dimanche hier lunes martes miércoles jueves viernes sábado domingo ayer segunda-feira \
    terça-feira quarta-feira quinta-feira sexta-feira ontem lunedì martedì mercoledì giovedì venerdì \
    sabato domenica ieri maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren \
    poniedziałek wtorek środę czwartek piątek sobotę niedzielę wczoraj понедельник вторник среду \
    четверг пятницу субботу воскресенье вчера понеділок вівторок середу четвер п'ятницю суботу \
    неділю вчора måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen måndag tisdag \
    onsdag torsdag fredag lördag söndag igår mandag tirsdag lørdag søndag pazartesi salı çarşamba \
    perşembe cuma cumartesi pazar dün maanantaina tiistaina keskiviikkona torstaina perjantaina \
    lauantaina sunnuntaina pondělí úterý středu čtvrtek pátek sobotu neděli včera hétfőn kedden \
    szerdán csütörtökön pénteken szombaton vasárnap tegnap luni marți miercuri joi vineri sâmbătă \
    duminică senin selasa rabu kamis jumat sabtu minggu kemarin δευτέρα τρίτη τετάρτη πέμπτη \
    παρασκευή σάββατο κυριακή χθες الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد أمس شنبه \
    یکشنبه دوشنبه چهارشنبه جمعه دیروز सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार \
    ponedjeljak utorak srijedu četvrtak subotu nedjelju понеделник сряда петък събота неделя";

/// Who acts in the news.
pub(super) const ACTORS: &str = "\
    government minister ministry president police court parliament mayor officials authorities \
    spokesman spokeswoman spokesperson election prosecutor lawmakers council killed injured arrested \
    senate senator governor party judge troops coach regierung ministerium polizei gericht präsident \
    bundestag sprecher partei trainer bürgermeister staatsanwaltschaft verletzt gouvernement \
    ministre ministère président tribunal maire parti élection députés gobierno ministro ministra \
    ministerio presidente presidenta policía alcalde partido elecciones fiscalía governo polícia \
    ministério prefeito eleições polizia sindaco procura partito elezioni regering politie rechtbank \
    burgemeester partij rząd rządu policja prezydent sąd partii wybory правительство правительства \
    министр президент президента полиция полиции суд мэр партии уряд міністр поліція поліції hükümet \
    bakanı polis mahkeme cumhurbaşkanı regeringen polisen politiet statsminister domstolen vláda \
    vlády policie prezident soud hallitus poliisi presidentti kormány rendőrség guvernul poliția \
    președintele pemerintah polisi presiden menteri κυβέρνηση αστυνομία πρόεδρος الحكومة الرئيس وزير \
    الشرطة دولت رئیس وزیر پلیس सरकार पुलिस मंत्री chính vlada policija predsjednik правителството \
    полицията";

/// What shops, services and manuals say.
pub(super) const GUIDE: &str = "\
    click install download select button file files settings features price buy order shipping \
    delivery product products warranty customers contact services service using use guide free \
    support account easy choose email please website page checkout quality offer offers browse step \
    tips solution solutions business post thread reply topic book booking rental welcome klicken \
    installieren herunterladen preis preise versand lieferung produkt produkte kaufen bestellen \
    kontakt kunden angebot angebote datenschutz telefon bitte forum beitrag beiträge thema buchen \
    kostenlos ferienwohnung zimmer adresse cliquez télécharger prix livraison produit produits \
    acheter commander contactez gratuit réserver clic descargar precio envío producto productos \
    comprar contacto gratis servicios preço produto produtos entrega serviços prezzo prodotto \
    prodotti acquista spedizione servizi scarica prijs verzending kopen bestel diensten cena \
    produkty dostawa kup usługi цена доставка купить заказ товар услуги ціна купити fiyat ürün \
    ürünler hizmet pris köp produkter varor leverans hinta tuote tuotteet cenu objednat zboží harga \
    produk layanan";

/// The same for scripts without spaces: what tells by standing anywhere, and its list in the order of the counts of [`Voice`](super::voice::Voice).
pub(super) const UNSPACED: &[(&str, usize)] = &[
    ("您", 0),
    ("你", 0),
    ("あなた", 0),
    ("당신", 0),
    ("คุณ", 0),
    ("我的", 1),
    ("私は", 1),
    ("僕", 1),
    ("저는", 1),
    ("제가", 1),
    ("ฉัน", 1),
    ("ผม", 1),
    ("我们", 2),
    ("我們", 2),
    ("弊社", 2),
    ("当社", 2),
    ("저희", 2),
    ("เรา", 2),
    ("表示", 3),
    ("说", 3),
    ("說", 3),
    ("报道", 3),
    ("報導", 3),
    ("述べ", 3),
    ("という", 3),
    ("によると", 3),
    ("밝혔다", 3),
    ("말했다", 3),
    ("전했다", 3),
    ("กล่าว", 3),
    ("เปิดเผย", 3),
    ("昨日", 4),
    ("昨天", 4),
    ("日电", 4),
    ("日電", 4),
    ("曜日", 4),
    ("어제", 4),
    ("วันจันทร์", 4),
    ("เมื่อวาน", 4),
    ("政府", 5),
    ("警方", 5),
    ("警察", 5),
    ("总统", 5),
    ("總統", 5),
    ("大統領", 5),
    ("首相", 5),
    ("部长", 5),
    ("정부", 5),
    ("경찰", 5),
    ("대통령", 5),
    ("รัฐบาล", 5),
    ("ตำรวจ", 5),
    ("下载", 6),
    ("点击", 6),
    ("价格", 6),
    ("购买", 6),
    ("商品", 6),
    ("価格", 6),
    ("購入", 6),
    ("送料", 6),
    ("가격", 6),
    ("구매", 6),
    ("ราคา", 6),
    ("สินค้า", 6),
];
