//! Languages of the Latin, Greek and Cyrillic alphabets.

use super::{all, check};

#[test]
fn third_of_may_in_latin_letters() {
    all(
        "2021-05-03",
        &[
            "3 de mayo de 2021",
            "lunes, 3 de mayo de 2021",
            "mayo 3, 2021",
            "3 mayo, 2021",
            "3 de maio de 2021",
            "segunda-feira, 3 de maio de 2021",
            "3 mai 2021",
            "lundi 3 mai 2021",
            "Montag, 3. Mai 2021",
            "Mo, 3. Mai 2021",
            "3. Mai 2021",
            "3 maggio 2021",
            "lunedì 3 maggio 2021",
            "3 mei 2021",
            "maandag 3 mei 2021",
            "3 maja 2021",
            "poniedziałek, 3 maja 2021 r.",
            "3 Mayıs 2021 Pazartesi",
            "3 Mei 2021",
            "Senin, 3 Mei 2021",
            "3 maj 2021",
            "måndag 3 maj 2021",
            "3. mai 2021",
            "mandag 3. maj 2021",
            "3. května 2021",
            "pondělí 3. května 2021",
            "3. toukokuuta 2021",
            "maanantai 3. toukokuuta 2021",
            "2021. május 3.",
            "2021. május 3., hétfő",
            "luni, 3 mai 2021",
            "3. svibnja 2021.",
            "ponedjeljak, 3. maja 2021.",
            "3 de maig de 2021",
            "dilluns, 3 de maig del 2021",
            "3. maí 2021",
            "mánudagur 3. maí 2021",
            "Mayo 3, 2021",
            "Lunes, Mayo 3, 2021",
            "Isnin, 3 Mei 2021",
            "Jumatatu, 3 Mei 2021",
            "3 Mei 2021, Maandag",
            "3. mája 2021",
            "3. maja 2021",
            "2021 m. gegužės 3 d.",
            "2021. gada 3. maijs",
            "3. mai 2021, esmaspäev",
            "3 tháng 5 năm 2021",
            "Thứ hai, ngày 3 tháng 5 năm 2021",
            "ngày 3 tháng 5, 2021",
            "3 May 2021 Pazartesi",
            "3 Maj 2021",
        ],
    );
}

#[test]
fn other_months_and_forms() {
    all(
        "2020-08-01",
        &[
            "1er août 2020",
            "1 aout 2020",
            "1º de agosto de 2020",
            "1° agosto 2020",
            "1 Ağustos 2020",
            "1. elokuuta 2020",
            "1 sierpnia 2020",
            "1. srpna 2020",
            "1. kolovoza 2020",
            "1 Agosto 2020",
            "Agosto 1, 2020",
            "2020. augusztus 1.",
        ],
    );
    all(
        "2021-03-03",
        &[
            "3. März 2021",
            "3 mars 2021",
            "3 de març de 2021",
            "3. marts 2021",
            "3 marca 2021",
            "3. ožujka 2021.",
            "3 Mart 2021",
            "3 Maret 2021",
            "3 martie 2021",
            "3. maaliskuuta 2021",
            "3 Machi 2021",
            "3 Mac 2021",
            "3 Marso 2021",
        ],
    );
    all(
        "2023-10-03",
        &[
            "3. listopada 2023.",
            "3 października 2023",
            "3. října 2023",
            "3 Ekim 2023",
            "3 Oktober 2023",
            "3 ottobre 2023",
            "3 de outubro de 2023",
            "3 d'octubre de 2023",
        ],
    );
    all(
        "2023-11-03",
        &[
            "3 listopada 2023",
            "3. listopadu 2023",
            "3 Kasım 2023",
            "3 nov 2023",
            "3. studenoga 2023.",
            "3. marraskuuta 2023",
            "03-nov.-2023",
        ],
    );
    check("jue. 21 abr. 2022", "2022-04-21");
    check("mar. 4 mai 2021", "2021-05-04");
    check("mar, 4 mag 2021", "2021-05-04");
    check("la 5 mai 2021", "2021-05-05");
    check("21 Abr", "--04-21");
    check("17. MÄR 2025 19:26", "2025-03-17T19:26");
    check("Donnerstag, 18. 7.", "--07-18");
    check("18 juil.", "--07-18");
}

#[test]
fn times_and_labels() {
    check(
        "Publié le 3 mai 2021 à 14h52, modifié le 4 mai 2021 à 9h",
        "published 2021-05-03T14:52; updated 2021-05-04T09:00",
    );
    check(
        "Publié le 3 mai 2021 à 14h52, modifié à 17h10",
        "published 2021-05-03T14:52; updated 2021-05-03T17:10",
    );
    check(
        "Publié le 16 juil. 2024 à 07:12Mis à jour le 16 juil. 2024 à 10:17",
        "published 2024-07-16T07:12; updated 2024-07-16T10:17",
    );
    check("Publié le 04/10/22 à 15h21", "published 2022-10-04T15:21 century");
    check("Stand: 26. April 2023, 06:15 Uhr", "updated 2023-04-26T06:15");
    check("Erschienen am 29.03.2024", "published 2024-03-29");
    check("24. Juni 2025 - 17.14 Uhr", "2025-06-24T17:14");
    check("Akt.: 25. Juni 2025 - 20.27 Uhr", "updated 2025-06-25T20:27");
    check("Do, 19. Oktober 2023 um 11:35 Uhr", "2023-10-19T11:35");
    check("Northport, October 23, 2024, 3:48: Uhr", "2024-10-23T03:48");
    check("Am 29.05.2021 um 15:04 Uhr aktualisiert", "updated 2021-05-29T15:04");
    check("29.05.2021 | Aktualisiert", "2021-05-29");
    check("3 Mayıs 2021 14:52 güncellendi", "updated 2021-05-03T14:52");
    check("29 maja 2021, 15:04 [Aktualizowane 30 maja 2021]", "2021-05-29T15:04; updated 2021-05-30");
    check("Publicado el 19 de mayo de 2022 a las 21:16h", "published 2022-05-19T21:16");
    check("3 de mayo de 2021, 5:30 p. m.", "2021-05-03T17:30");
    check(
        "08/03/2020 15h30 Atualizado 2020-03-08T18:30:30Z",
        "2020-03-08T15:30|2020-08-03T15:30 ambiguous; updated 2020-03-08T18:30:30+00:00",
    );
    check(
        "postado em 13/06/2022 07:31 / atualizado em 13/06/2022 07:52",
        "published 2022-06-13T07:31; updated 2022-06-13T07:52",
    );
    check(
        "Pubblicato il 17 Marzo 2020 Ultima modifica 17 Marzo 2020 11:24",
        "published 2020-03-17; updated 2020-03-17T11:24",
    );
    check("3 maggio 2021 alle 14:52", "2021-05-03T14:52");
    check("3 maggio 2021 alle ore 14.52", "2021-05-03T14:52");
    check("Laatste update: 3 mei 2021 om 14.52 uur", "updated 2021-05-03T14:52");
    check("Opublikowano: 3 maja 2021, godz. 14:52", "published 2021-05-03T14:52");
    check(
        "10.11.2025 17:59 | Son Güncelleme: 10.11.2025 18:14",
        "2025-11-10T17:59; updated 2025-11-10T18:14",
    );
    check("Giriş: 03.05.2021 - 14:52", "published 2021-05-03T14:52");
    check("Publicerad 3 maj 2021 kl. 14.52", "published 2021-05-03T14:52");
    check("Uppdaterad 16.47 | Publicerad 13.25", "updated time; published time");
    check("Kultur - 03. februar 2020 kl. 11:34", "2020-02-03T11:34");
    check("Sist oppdatert 3. mai 2021 klokken 14.52", "updated 2021-05-03T14:52");
    check("3.8.2021 klo 13.35", "2021-08-03T13:35");
    check("Päivitetty 3.8.2021 13:35", "updated 2021-08-03T13:35");
    check("Uppfært 13.3.2024 8:35", "updated 2024-03-13T08:35");
    check("Aktualizováno 3. 5. 2021 14:52", "updated 2021-05-03T14:52");
    check("Jumat, 06 Okt 2023 19:47 WIB", "2023-10-06T19:47+07:00");
    check("Diperbarui: 3 Mei 2021 pukul 14.52 WIB", "updated 2021-05-03T14:52+07:00");
    check("Thứ tư, 22/10/2025, 19:25 (GMT+7)", "2025-10-22T19:25+07:00");
    check("Cập nhật lúc 14:52 ngày 3/5/2021", "updated 2021-05-03T14:52");
    check("Frissítve: 2021. május 3. 14:52", "updated 2021-05-03T14:52");
    check("Actualizat la 3 mai 2021, ora 14:52", "updated 2021-05-03T14:52");
    check("Objavljeno: 3. svibnja 2021. u 14:52", "published 2021-05-03T14:52");
}

#[test]
fn greek_and_cyrillic() {
    all(
        "2021-05-03",
        &[
            "3 мая 2021",
            "3 мая 2021 г.",
            "понедельник, 3 мая 2021 года",
            "3 Мая 2021",
            "3 травня 2021",
            "понеділок, 3 травня 2021 р.",
            "3 май 2021",
            "понеделник, 3 май 2021 г.",
            "3. мај 2021.",
            "понедељак, 3. маја 2021.",
            "3 Μαΐου 2021",
            "Δευτέρα, 3 Μαΐου 2021",
            "3 мая 2021г.",
        ],
    );
    check("3 мая 2021, 14:52 МСК", "2021-05-03T14:52+03:00");
    check("Обновлено 3 мая 2021 в 14:52", "updated 2021-05-03T14:52");
    check("Оновлено: 3 травня 2021, 14:52", "updated 2021-05-03T14:52");
    check("Анна Примерная 8 января, 17:46", "--01-08");
    check("Δημοσίευση: 3 Μαΐου 2021, 2:52 μ.μ.", "published 2021-05-03T14:52");
    check("3 листопада 2021", "2021-11-03");
}
