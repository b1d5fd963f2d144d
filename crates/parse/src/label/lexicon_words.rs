//! Words that give a line away, by class. Small letters; phrases of up to three words; `|` between entries.
//!
//! They name habits of newspapers and of the pages they stand on, in the languages of the news, not single sites.

use super::lexicon::Class;

/// Entries for scripts with spaces between words.
pub(crate) const SPACED: &[(Class, &str)] = &[
    (
        Class::Nav,
        "home|menu|search|login|log in|sign in|sign up|register|subscribe|skip to|skip to content|skip to main|main content|navigation|toggle|sitemap|site map|contact|contact us|about us|advertise|advertise with|help|faq|privacy|privacy policy|terms|terms of|my account|account|logout|log out|sign out|close|open menu|back to|back to top|next|previous|prev|all|more|view all|see all|show more|load more|read on|archive|archives|e-paper|epaper|apps|app|download|mobile|desktop|rss|feed|jobs|careers|media kit|edition|change edition|language|weather|horoscope|crossword|puzzles|games|events|podcasts|podcast|videos|galleries|photo gallery|most read|most popular|trending|trending now|latest|latest news|top stories|editor's picks|hot topics|quick links|useful links|page|pages|homepage|startseite|anmelden|suche|suchen|abo|abonnieren|einloggen|registrieren|impressum|datenschutz|agb|kontakt|mediadaten|zum inhalt|zur startseite|zurück|weiter|schließen|mehr|alle|meistgelesen|neueste|menü|newsticker|accueil|rechercher|recherche|connexion|se connecter|s'abonner|abonnement|s'inscrire|mon compte|mentions légales|contactez-nous|plan du site|fermer|suivant|précédent|retour|voir plus|voir tous|les plus lus|inicio|buscar|iniciar sesión|regístrate|suscríbete|suscribirse|contacto|aviso legal|cerrar|siguiente|anterior|ver más|ver todo|lo más leído|portada|hemeroteca|início|entrar|assine|assinar|cadastre-se|pesquisar|contato|fale conosco|fechar|próximo|ver mais|mais lidas|últimas notícias|home page|cerca|accedi|abbonati|registrati|contatti|chiudi|avanti|indietro|leggi tutto|i più letti|zoeken|inloggen|abonneren|sluiten|volgende|vorige|meest gelezen|voorpagina|szukaj|zaloguj|zaloguj się|prenumerata|kontakt|zamknij|następny|poprzedni|strona główna|najczęściej czytane|главная|поиск|войти|вход|регистрация|подписаться|подписка|контакты|реклама|о нас|закрыть|далее|назад|все новости|популярное|новости|головна|пошук|увійти|реєстрація|підписатися|контакти|закрити|далі|новини|anasayfa|ana sayfa|ara|giriş|giriş yap|abone ol|üye ol|kapat|künye|iletişim|en çok okunan|hem|sök|logga in|prenumerera|stäng|meny|kundtjänst|mest läst|tipsa oss|hjem|søk|søg|logg inn|log ind|abonner|bli abonnent|bliv abonnent|lukk|luk|meny|mest lest|mest læst|kontakt oss|domů|hledat|přihlásit|předplatné|zavřít|etusivu|haku|kirjaudu|tilaa|sulje|luetuimmat|beranda|cari|masuk|daftar|langganan|terpopuler|terkini|indeks|tutup|trang chủ|tìm kiếm|đăng nhập|đăng ký|liên hệ|đóng|tin mới|الرئيسية|بحث|تسجيل الدخول|اشترك|اتصل بنا|إغلاق|المزيد|من نحن|صفحه اصلی|جستجو|ورود|تماس با ما|होम|खोजें|लॉग इन|और पढ़ें|दृश्य|αρχική|αναζήτηση|σύνδεση|ראשי|חיפוש|התחברות|acasă|căutare|contact|начало|търсене|вход|inici|cerca|főoldal|keresés|belépés|početna|pretraga|naslovna|naslovnica",
    ),
    (
        Class::Share,
        "share|shares|share this|share on|share article|tweet|email|e-mail|print|copy link|bookmark|save|save article|follow|follow us|like|likes|whatsapp|facebook|twitter|linkedin|instagram|telegram|pinterest|reddit|youtube|tiktok|messenger|x|flipboard|viber|bluesky|threads|mastodon|vkontakte|вконтакте|одноклассники|телеграм|weibo|wechat|line|kakao|teilen|drucken|merken|artikel teilen|per mail|folgen|partager|imprimer|envoyer|enregistrer|suivez-nous|suivre|partagez|compartir|imprimir|enviar|guardar|síguenos|seguir|compartilhar|compartilhe|siga-nos|siga|salvar|condividi|stampa|salva|seguici|delen|afdrukken|bewaar|volg ons|udostępnij|drukuj|obserwuj|поделиться|поделитесь|распечатать|сохранить|читайте нас|поширити|поділитися|друк|paylaş|yazdır|kaydet|takip et|dela|skriv ut|spara|följ|del|skriv ut|gem|følg|følg oss|sdílet|vytisknout|uložit|jaa|tulosta|tallenna|bagikan|cetak|simpan|chia sẻ|in bài|lưu|theo dõi|شارك|مشاركة|طباعة|تابعنا|حفظ|اشتراک گذاری|साझा करें|शेयर|शेयर करें|ट्वीट|κοινοποίηση|μοιραστείτε|שתפו|שתף|distribuie|сподели|comparteix|megosztás|podijeli|podeli|post|posts|link|copiar enlace|copiar link|copier le lien|link kopieren|comment|gift article|gift this|listen|listen to|audio|font size|text size|increase font|aa|a+|a-",
    ),
    (
        Class::Related,
        "read more|read also|also read|read next|related|related articles|related stories|related news|related topics|related content|more on|more from|more stories|more news|more like this|see also|recommended|recommended for|you may|you might|you may also|you might also|up next|don't miss|what to read|must read|suggested|in other news|keep reading|continue reading|lesen sie|lesen sie auch|lies auch|lesen sie mehr|mehr zum thema|mehr dazu|zum thema|auch interessant|das könnte sie|passend dazu|weitere artikel|weiterlesen|empfehlungen|lire aussi|à lire|à lire aussi|lire plus|lire la suite|voir aussi|sur le même|articles liés|à voir aussi|notre dossier|lea también|lee también|leer más|te puede interesar|te puede|más noticias|más información|noticias relacionadas|relacionadas|para saber más|ver también|mira también|leia também|leia mais|saiba mais|veja também|notícias relacionadas|mais sobre|leggi anche|leggi di più|potrebbe interessarti|articoli correlati|ti potrebbe|lees ook|lees meer|lees verder|meer over|bekijk ook|gerelateerd|czytaj też|czytaj także|czytaj więcej|zobacz też|zobacz także|przeczytaj także|powiązane|читайте также|читать далее|читайте еще|по теме|материалы по теме|смотрите также|подробнее|ещё по теме|читайте також|читати далі|дивіться також|за темою|ayrıca okuyun|ilgili haberler|ilgili|devamını oku|bunlar da|läs också|läs även|läs mer|mer om|les også|les mer|læs også|læs mere|mere om|relatert|čtěte také|více|přečtěte si|mohlo by|související|lue myös|lue lisää|aiheesta|baca juga|baca selengkapnya|berita terkait|simak juga|artikel terkait|đọc thêm|xem thêm|tin liên quan|bài liên quan|có thể bạn|اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|ذات صلة|مواضيع ذات|مقالات ذات|بیشتر بخوانید|اخبار مرتبط|यह भी पढ़ें|ये भी पढ़ें|इसे भी|संबंधित|διαβάστε επίσης|διαβάστε ακόμα|קראו גם|עוד בנושא|citește și|citiți și|vezi și|прочетете още|вижте още|llegiu també|olvass tovább|kapcsolódó|pročitajte još|pročitajte i|čitajte|povezano|povezane vijesti|আরও পড়ুন|আরও পড়ুন|আরো পড়ুন|یہ بھی پڑھیں|مزید پڑھیں",
    ),
    (
        Class::Advert,
        "advertisement|advertisements|advertising|advert|ad|ads|sponsored|sponsored content|sponsor|promoted|promotion|paid content|partner content|story continues|story continues below|article continues|continues below|scroll to continue|ad feedback|anzeige|anzeigen|werbung|artikel wird|publicité|publicités|la suite après|publicidad|anuncio|patrocinado|contenido patrocinado|publicidade|publicidade|continua após|anúncio|conteúdo patrocinado|pubblicità|annuncio|continua a leggere|advertentie|gesponsord|reklama|reklamy|artykuł sponsorowany|реклама|на правах рекламы|реклама на|reklam|ilan|annons|annonser|annonsinnehåll|annonse|reklame|annonce|inzerce|mainos|iklan|advertorial|quảng cáo|إعلان|إعلانات|تبلیغات|आगे पढ़ें|विज्ञापन|διαφήμιση|פרסומת|publicitate|reclamă|publicitat|hirdetés|oglas|taboola|outbrain",
    ),
    (
        Class::Comment,
        "comment|comments|leave a|leave a comment|leave a reply|post a comment|add a comment|add comment|view comments|show comments|join the|join the conversation|join the discussion|reply|replies|your email|your name|commenting|kommentare|kommentar|kommentieren|jetzt kommentieren|zu den kommentaren|diskussion|commentaires|commentaire|commenter|réagir|comentarios|comentario|comentar|deja un|dejar un|deja tu|comentários|comentário|comente|deixe um|deixe seu|commenti|commenta|lascia un|reacties|reageer|reageren|komentarze|komentarz|skomentuj|dodaj komentarz|комментарии|комментарий|комментировать|оставить комментарий|обсудить|коментарі|коментувати|залишити коментар|yorum|yorumlar|yorum yap|kommentarer|kommentera|kommentér|skriv kommentar|komentáře|diskuse|přidat komentář|kommentit|kommentoi|komentar|tulis komentar|bình luận|gửi bình luận|تعليق|تعليقات|أضف تعليق|اترك تعليق|نظرات|ارسال نظر|टिप्पणी|टिप्पणियां|कमेंट|σχόλια|תגובות|comentarii|коментари|comentaris|hozzászólások|komentari|disqus",
    ),
    (
        Class::Rights,
        "copyright|all rights|all rights reserved|rights reserved|may not be|reproduced|alle rechte|rechte vorbehalten|alle rechte vorbehalten|tous droits|droits réservés|tous droits réservés|todos los derechos|derechos reservados|prohibida la reproducción|todos os direitos|direitos reservados|proibida a reprodução|tutti i diritti|diritti riservati|riproduzione riservata|alle rechten|rechten voorbehouden|wszelkie prawa|prawa zastrzeżone|все права|права защищены|все права защищены|усі права|права захищені|tüm hakları|hakları saklıdır|alla rättigheter|alle rettigheter|alle rettigheder|ophavsret|všechna práva|práva vyhrazena|kaikki oikeudet|hak cipta|bản quyền|giấy phép|جميع الحقوق|الحقوق محفوظة|حقوق محفوظة|کلیه حقوق|सर्वाधिकार|सर्वाधिकार सुरक्षित|πνευματικά δικαιώματα|כל הזכויות|toate drepturile|всички права|tots els drets|minden jog|sva prava|ads by|powered by|licensed under|creative commons",
    ),
    (
        Class::Paywall,
        "subscribe now|subscribe to|subscription|subscribers|subscriber only|subscribers only|premium|to continue reading|free trial|already a|already a subscriber|unlimited access|create a free|create an account|free articles|register for|for subscribers|become a member|support us|donate|membership|jetzt abonnieren|abonnenten|abonnement|plus-artikel|jetzt lesen|testen|monatlich kündbar|bereits abonnent|registrieren sie|réservé aux abonnés|abonnés|abonnez-vous|offre|déjà abonné|article réservé|il vous reste|suscriptores|solo suscriptores|suscríbete para|contenido exclusivo|ya eres|hazte socio|assinantes|exclusivo para|conteúdo exclusivo|já é assinante|assine já|abbonamento|riservato agli|già abbonato|contenuto riservato|abonnees|word abonnee|al abonnee|dla prenumeratorów|pozostało|treść premium|wykup|подписчикам|для подписчиков|передплата|для передплатників|abonelik|aboneler|prenumerant|endast för|bli prenumerant|för prenumeranter|abonnent|for abonnenter|bare for|kun for|předplatitele|pro předplatitele|tilaajille|vain tilaajille|pelanggan|khusus pelanggan|للمشتركين|für abonnenten|cookies|cookie|cookie policy|we use cookies|consent|accept|accept all|accept cookies|gdpr|adblock|ad blocker|javascript|enable javascript|your browser|web browser|no longer supported|download the app|download our app|ihr browser|ihrem browser|votre navigateur|su navegador|seu navegador|tuo browser|je browser|twoja przeglądarka|ваш браузер|uygulamasını|uygulamasını indirin|app herunterladen|descarga la app|téléchargez l'application|scarica l'app|baixe o app|скачайте приложение|unduh aplikasi|tanpa iklan|last ned appen|ladda ner appen|hent appen|akzeptieren|zustimmen|zustimmung|einwilligung|einstellungen|accepter|refuser|consentement|aceptar|rechazar|aceitar|accetta|rifiuta|accepteren|akceptuję|принять|kabul et|godkänn|acceptera|godta|accepter|souhlasím|hyväksy",
    ),
    (
        Class::Letter,
        "newsletter|newsletters|our newsletter|sign up for|get the latest|get our|straight to|to your inbox|your inbox|your email address|email address|email alerts|daily briefing|morning briefing|push|notifications|alerts|enter your|join our|follow us on|follow our|download our|download the app|get the app|our app|telegram channel|whatsapp channel|newsletter abonnieren|e-mail-adresse|infolettre|lettre d'information|boletín|boletines|nuestro boletín|boletim|receba|nossa newsletter|iscriviti|iscriviti alla|nieuwsbrief|newslettera|zapisz się|рассылка|рассылку|подпишитесь|подписывайтесь|наш канал|підписуйтесь|підпишіться|bülten|bültenimize|nyhetsbrev|vårt nyhetsbrev|nyhedsbrev|zpravodaj|uutiskirje|buletin|nhận tin|النشرة|البريد الإلكتروني|خبرنامه|न्यूज़लेटर|channel|google news|on google|din indbakke|i din innboks|din inkorg|uutiskirjeen tilaajaksi|jatka lukemista|lukemista tilaajana|kövessen minket|hírlevél|hírlevélre|urmăriți-ne|rețelele sociale|dans votre boîte|votre boîte|recevez nos|ihr postfach|tu correo|na sua caixa|na svůj e-mail",
    ),
    (
        Class::Section,
        "news|politics|world|business|sport|sports|opinion|editorial|comment|commentary|analysis|culture|arts|entertainment|lifestyle|life|style|health|science|technology|tech|travel|education|environment|climate|local|national|international|region|regional|economy|finance|markets|money|society|people|crime|law|courts|food|fashion|celebrity|film|movies|music|books|tv|television|football|soccer|cricket|tennis|rugby|golf|cycling|motoring|cars|property|real estate|obituaries|letters|features|feature|exclusive|breaking|breaking news|live|video|interview|profile|review|explainer|fact check|columnists|column|op-ed|guest column|europe|asia|africa|americas|middle east|uk|us|usa|china|india|russia|ukraine|war|elections|election|election 2024|crypto|startups|politik|wirtschaft|kultur|gesellschaft|wissen|gesundheit|panorama|ausland|inland|deutschland|österreich|schweiz|lokales|feuilleton|meinung|kommentar|netzwelt|digital|auto|reise|leben|stil|unterhaltung|promi|fußball|bundesliga|polizei|verkehr|wetter|nachrichten|politique|économie|monde|société|culture|sports|santé|sciences|planète|technologie|faits divers|opinions|débats|tribune|chronique|éditorial|france|actualités|actualité|politica|política|economía|economia|mundo|sociedad|sociedade|cultura|deportes|esportes|desporto|salud|saúde|ciencia|ciência|tecnología|tecnologia|opinión|opinião|editoriales|sucesos|nacional|internacional|españa|méxico|brasil|cotidiano|polícia|notícias|noticias|actualidad|espectáculos|cronaca|esteri|interni|spettacoli|salute|scienza|sport|calcio|notizie|nieuws|politiek|economie|binnenland|buitenland|cultuur|gezondheid|wetenschap|opinie|voetbal|wiadomości|polityka|gospodarka|biznes|świat|kraj|kultura|zdrowie|nauka|opinie|sport|политика|экономика|общество|мир|происшествия|культура|спорт|наука|технологии|мнения|в мире|бизнес|здоровье|політика|економіка|суспільство|світ|події|наука|думки|siyaset|ekonomi|dünya|gündem|spor|kültür|sağlık|bilim|teknoloji|yaşam|magazin|eğitim|yazarlar|nyheter|ekonomi|inrikes|utrikes|kultur|nöje|ledare|debatt|hälsa|vetenskap|innenriks|utenriks|politikk|økonomi|nyheder|indland|udland|politik|debat|domácí|zahraniční|ekonomika|komentáře|názory|zdraví|věda|kotimaa|ulkomaat|talous|politiikka|kulttuuri|urheilu|uutiset|mielipide|berita|nasional|ekonomi|politik|olahraga|hiburan|teknologi|daerah|hukum|thời sự|kinh tế|thế giới|xã hội|văn hóa|thể thao|giáo dục|sức khỏe|pháp luật|công nghệ|giải trí|kinh doanh|أخبار|سياسة|اقتصاد|رياضة|ثقافة|مجتمع|العالم|عربي ودولي|محليات|تكنولوجيا|صحة|آراء|رأي|سیاسی|اقتصادی|اجتماعی|ورزشی|فرهنگی|جهان|राजनीति|देश|दुनिया|खेल|मनोरंजन|व्यापार|विदेश|राज्य|पर्यटन|πολιτική|οικονομία|κόσμος|κοινωνία|αθλητισμός|ελλάδα|חדשות|פוליטיקה|כלכלה|ספורט|תרבות|politică|economie|externe|actualitate|политика|икономика|свят|общество|política|economia|cultura|belföld|külföld|gazdaság|vijesti|vesti|politika|ekonomija|svijet|region|iindaba|ezemidlalo",
    ),
    (
        Class::Note,
        "editor's note|editors' note|correction|corrections|clarification|this article was|this story was|this story has|this article has|an earlier version|a previous version|has been updated|has been corrected|this is a|developing story|breaking news|end|ends|(end)|-ends-|editing by|reporting by|additional reporting|contributed to|contributed to this|with files from|with reporting by|compiled by|web editor|edited by|our standards|this story is|first published|originally published|originally appeared|the views expressed|views expressed|opinions expressed|the writer is|the author is|is a freelance|is a reporter|can be reached|disclaimer|disclosure|translated by|anmerkung der|anmerkung|korrektur|in einer früheren|mit material|mitarbeit|redaktion|note de la|ndlr|correction|rectificatif|avec afp|nota de la|nota del|corrección|con información de|este artículo|nota da redação|correção|erramos|com informações|este texto|con agenzie|nota della|correctie|sprostowanie|oprac|opr|редактор|перевод|редакция|исправление|editör|rättelse|rettelse|oprava|oikaisu|editor|penyunting|biên tập|तحرير|(फोटो|एजेंसी|this work is|the article was|syndicated from|(with inputs|with inputs from|with agency inputs|with input from|inputs from|produced by",
    ),
    (
        Class::Photo,
        "photo|photos|photograph|photographer|picture|pictured|pictures|image|images|credit|file photo|file photograph|handout|courtesy|courtesy of|getty|shutterstock|alamy|screenshot|screengrab|graphic|illustration|caption|foto|fotos|bild|bilder|symbolbild|archivfoto|archivbild|grafik|fotograf|crédit|crédits|photo d'illustration|illustration|crédito|imagen|imagem|archivo|cortesía|reprodução|divulgação|fotografía|fotografia|foto d'archivio|ansa|beeld|fot|zdjęcie|фото|снимок|иллюстрация|скриншот|ілюстрація|fotoğraf|görsel|foto:|bildbyrå|arkivbild|arkiv|arkivfoto|ilustrační|ilustrační foto|kuva|kuvat|dok|ảnh|nguồn ảnh|صورة|الصورة|عکس|फोटो|तस्वीर|φωτογραφία|צילום|sursă foto|снимка|imatge|fotó|ilustracija",
    ),
    (
        Class::Role,
        "reporter|reporters|correspondent|staff writer|staff reporter|staff|senior reporter|special correspondent|editor|writer|columnist|contributor|contributing writer|freelance|author|journalist|bureau|bureau chief|news desk|newsroom|redakteur|redakteurin|reporterin|korrespondent|volontär|autor|autorin|redaktion|journaliste|rédaction|correspondant|envoyé spécial|redacción|redactor|redactora|periodista|corresponsal|enviado especial|redação|repórter|jornalista|correspondente|colunista|giornalista|redazione|inviato|redacteur|verslaggever|correspondent|redakcja|dziennikarz|dziennikarka|redaktor|журналист|корреспондент|обозреватель|автор|редакция|кореспондент|журналіст|редакція|muhabir|yazar|haber merkezi|redaktion|reporter|journalist|skribent|kommentator|redaktør|redaktor|redaktorka|novinář|toimittaja|wartawan|jurnalis|penulis|editor|phóng viên|tác giả|مراسل|كاتب|محرر|كتب|خبرنگار|संवाददाता|लेखक|डेस्क|συντάκτης|כתב|redactor|автор|redactora|szerző|novinar|autorica",
    ),
    (
        Class::Tags,
        "tags|tag|topics|topic|keywords|filed under|in this article|categories|category|posted in|schlagwörter|schlagworte|themen|stichwörter|mots-clés|mots clés|thèmes|sujets|étiquettes|etiquetas|temas|archivado en|palabras clave|mais sobre|assuntos|tópicos|palavras-chave|argomenti|trefwoorden|onderwerpen|tagi|słowa kluczowe|tematy|теги|темы|метки|темы дня|ключевые слова|теми|мітки|etiketler|konular|ämnen|taggar|emner|emneord|štítky|témata|aiheet|avainsanat|topik|từ khóa|chủ đề|الكلمات المفتاحية|كلمات مفتاحية|الوسوم|وسوم|برچسب|برچسب ها|टैग|टैग्स|ετικέτες|תגיות|etichete|етикети|etiquetes|címkék|oznake|tagovi",
    ),
    (
        Class::Shop,
        "add to cart|add to bag|add to basket|cart|basket|checkout|shipping|free shipping|in stock|out of stock|buy|buy now|shop|shop now|shop all|price|sale|quantity|qty|size guide|wishlist|wish list|reviews|customer reviews|product|products|product details|warranty|returns|specifications|sku|warenkorb|in den warenkorb|kaufen|versand|lieferzeit|preis|panier|ajouter au panier|livraison|prix|comprar|carrito|añadir al|envío|precio|carrinho|adicionar ao|frete|preço|carrello|aggiungi al|spedizione|prezzo|winkelwagen|bestellen|koszyk|dodaj do|корзина|в корзину|купить|доставка|цена|sepet|sepete ekle|varukorg|köp|handlekurv|kurv|košík|ostoskori|keranjang|giỏ hàng|bedrooms|bathrooms|sq ft|book now|add to favourites|add to compare|pricing|get started|free demo|request a demo|learn more",
    ),
    (
        Class::Forum,
        "posts|joined|member since|members|thread|threads|forum|forums|topic starter|quote|reply with|last post|post reply|new topic|moderator|senior member|junior member|registered|registered user|views|replies|upvote|upvotes|downvote|points|answered|asked|answers|questions|solution|best answer|viewed|edited by|quick reply|discussion|community|user|username|wrote:|said:|beiträge|mitglied|themen|antworten|zitat|messages|membre|répondre|mensajes|miembro|responder|respuestas|membros|respostas|messaggi|iscritto|rispondi|сообщений|участник|ответить|цитата|темы",
    ),
    (
        Class::Docs,
        "install|installation|getting started|documentation|docs|api|api reference|reference|tutorial|tutorials|guide|guides|user guide|quickstart|changelog|release notes|overview|usage|example|examples|parameters|returns|configuration|configure|github|source code|version|versions|license|plugin|plugins|sdk|cli|command|command line|step 1|step 2|ingredients|instructions|recipe|servings|prep time|cook time|table of contents|contents|how to|deploy|deployment|settings|features|requirements|prerequisites|troubleshooting|resources|support|solutions|services|our services|case studies|our team|customers|platform|integrations|enterprise|developers|partners",
    ),
    (
        Class::ReadTime,
        "min read|mins read|minute read|minutes read|min. read|read time|reading time|time to read|min lesezeit|min. lesezeit|lesezeit|lesedauer|minuten|min de lecture|temps de lecture|lecture|min de lectura|tiempo de lectura|min de leitura|tempo de leitura|tempo di lettura|min di lettura|leestijd|min leestijd|czas czytania|мин чтения|время чтения|мин. чтения|хв читання|okuma süresi|dk okuma|lästid|lesetid|læsetid|min. læsning|minut čtení|waktu baca|menit baca|phút đọc|دقيقة قراءة|وقت القراءة|मिनट पढ़ें|words|wörter|mots|palabras|views|aufrufe|vues|visualizações|просмотров|просмотры|переглядів|lượt xem|dibaca|kali dibaca|görüntülenme|مشاهدة|مشاهدات|بازدید",
    ),
    (
        Class::Player,
        "play|pause|mute|unmute|fullscreen|volume|play video|watch|watch live|watch now|watch:|watch video|now playing|loading|loading...|video player|audio player|listen now|live stream|replay|stream|captions|subtitles|autoplay|embed|more videos|video|vidéo|vídeo|видео|відео|wideo|zum video|abspielen|lire la vidéo|écouter|ver video|reproducir|assista|ouça|guarda il video|ascolta|bekijk|luister|obejrzyj|posłuchaj|смотреть|слушать|izle|dinle|tonton|xem video|شاهد|فيديو|वीडियो|gallery|slideshow|slide|image gallery|photo gallery|bilderstrecke|galerie|galería|galeria|fotogallery|fotogalerie|fotostrecke|zoom|enlarge|expand|hide caption|toggle caption|hide|show",
    ),
    (
        Class::Points,
        "key points|key takeaways|takeaways|at a glance|in brief|in short|summary|highlights|story highlights|what to know|what we know|why it matters|the gist|quick read|auf einen blick|das wichtigste|das wichtigste in|kurz zusammengefasst|zusammenfassung|die wichtigsten|in kürze|l'essentiel|en bref|ce qu'il faut|points clés|en résumé|claves|las claves|puntos clave|en breve|resumen|resumo|pontos principais|em resumo|in sintesi|punti chiave|in het kort|samenvatting|w skrócie|najważniejsze informacje|главное|коротко|головне|стисло|öne çıkanlar|özet|sammanfattning|i korthet|kort oppsummert|kort fortalt|oppsummering|sammendrag|v kostce|shrnutí|lyhyesti|tiivistelmä|ringkasan|tóm tắt|ملخص|النقاط الرئيسية|خلاصه|मुख्य बातें|με λίγα λόγια|בקצרה|pe scurt",
    ),
    (
        Class::AuthorBox,
        "about the author|about author|author bio|more by|more from the|view all posts|all posts by|see all posts|all articles by|view profile|follow the author|written by|über den autor|über die autorin|zur person|alle artikel|à propos de|tous les articles|sobre el autor|sobre la autora|acerca del|todos los artículos|sobre o autor|todos os posts|sull'autore|tutti gli articoli|over de auteur|alle artikelen|o autorze|wszystkie artykuły|об авторе|все статьи|все материалы|про автора|yazar hakkında|tüm yazıları|om författaren|om skribenten|om forfatteren|o autorovi|kirjoittajasta|tentang penulis|về tác giả|عن الكاتب|meet the|contact the author|email the author",
    ),
];

/// Entries for scripts without spaces: found anywhere in a short line, two to six characters.
pub(crate) const UNSPACED: &[(Class, &str)] = &[
    (
        Class::Nav,
        "首页|首頁|登录|登錄|登入|注册|註冊|搜索|搜尋|导航|導航|关于我们|關於我們|联系我们|聯絡我們|网站地图|网站导航|更多|返回|上一页|下一页|上一篇|下一篇|客户端|新闻网|频道|頻道|订阅|訂閱|热门|熱門|排行|最新|ホーム|ログイン|会員登録|検索|メニュー|お問い合わせ|サイトマップ|ランキング|トップ|一覧|次へ|前へ|閉じる|記事一覧|新着|もっと見る|로그인|회원가입|검색|메뉴|홈|전체기사|구독|고객센터|회사소개|맨위로|이전|다음|더보기|인기|최신|หน้าแรก|ค้นหา|เข้าสู่ระบบ|สมัครสมาชิก|ติดต่อ",
    ),
    (
        Class::Share,
        "分享|转发|收藏|打印|打印本页|微信|微博|朋友圈|扫一扫|二维码|字号|字体|複製連結|列印|シェア|ツイート|印刷|保存|フォロー|ブックマーク|はてな|공유|스크랩|인쇄|글자크기|페이스북|트위터|카카오|네이버|밴드|링크복사|기사듣기|แชร์|พิมพ์|ติดตาม",
    ),
    (
        Class::Related,
        "相关新闻|相关阅读|相關新聞|相关链接|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|更多新闻|热点新闻|精彩推荐|猜你喜欢|看更多|関連記事|関連ニュース|あわせて読みたい|おすすめ|関連リンク|続きを読む|こちらも|관련기사|관련 기사|추천기사|많이 본|주요뉴스|인기기사|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม|อ่านต่อ",
    ),
    (Class::Advert, "广告|廣告|广告位|推广|広告|ＰＲ|スポンサー|광고|โฆษณา"),
    (Class::Comment, "评论|評論|留言|跟帖|网友评论|发表评论|コメント|댓글|의견|ความคิดเห็น"),
    (
        Class::Rights,
        "版权|版權|版权所有|转载|轉載|著作権|無断転載|無断|禁じます|저작권|무단|무단전재|재배포|ลิขสิทธิ์|备案|许可证",
    ),
    (Class::Paywall, "会员|會員|付费|有料|有料会員|会員限定|無料|購読|구독자|유료|สมาชิก"),
    (
        Class::Section,
        "新闻|新聞|时政|国内|國內|国际|國際|社会|社會|财经|財經|经济|經濟|体育|體育|娱乐|娛樂|科技|文化|教育|健康|评论|军事|军事|房产|汽车|两岸|兩岸|地方|生活|観光|政治|経済|スポーツ|国際|文化|地域|社説|エンタメ|科学|テクノロジー|정치|경제|사회|국제|문화|스포츠|연예|오피니언|사설|칼럼|지역|전국|산업|증권|부동산|ข่าว|การเมือง|กีฬา|เศรษฐกิจ|บันเทิง|ต่างประเทศ",
    ),
    (
        Class::Note,
        "责任编辑|責任編輯|编辑|編輯|责编|校对|监制|审核|原标题|原標題|更正|免责声明|声明|本文|来源|（完）|完）|訂正|編集|おことわり|（終わり）|記者：|정정|편집|（끝）|(끝)|บรรณาธิการ|实习生",
    ),
    (
        Class::Photo,
        "图片|圖片|摄|攝|图为|圖為|资料图|資料圖|供图|图/|圖／|图源|摄影|攝影|写真|撮影|提供|画像|写真＝|資料写真|사진|제공|자료사진|그래픽|ภาพ|ภาพจาก",
    ),
    (
        Class::Role,
        "记者|記者|本报记者|本報記者|通讯员|特约|作者|编译|报道|報導|特派員|論説委員|編集委員|ライター|기자|특파원|논설위원|앵커|ผู้สื่อข่าว",
    ),
    (Class::Tags, "标签|標籤|关键词|關鍵字|关键字|タグ|キーワード|태그|키워드|แท็ก"),
    (Class::Shop, "购物车|加入购物车|价格|カート|税込|送料|購入|장바구니|구매|배송|ตะกร้า"),
    (Class::Forum, "回复|楼主|发帖|帖子|返信|質問|回答|投稿|답글|작성자"),
    (Class::ReadTime, "阅读|閱讀|浏览|瀏覽|阅读量|点击|分钟|조회수|조회|閲覧"),
    (Class::Player, "视频|視頻|影片|播放|直播|動画|再生|ライブ|동영상|영상|재생|วิดีโอ"),
    (Class::Points, "摘要|要点|核心提示|导读|導讀|ポイント|まとめ|요약|핵심|สรุป"),
];
