//! Exports of more programs, as people drop them in: which column is read as what, and who may be mailed.

use super::{Campaign, file_in, not_read, read};

/// A file, and the cells that must come out of its first row: `key=cell`, separated by blanks.
const EXPORTS: [(&str, &str, &str); 12] = [
    (
        "Constant Contact",
        "Email address - other,Email status,Email permission status,Confirmed opt-out date,First name,Birthday (MM/DD)\n\
         ann@example.com,Unsubscribed,Unsubscribed,2026-03-01,Ann,05/31\n",
        "email=ann@example.com email_status=unsubscribed first_name=Ann birthday=--05-31",
    ),
    (
        "MailerLite",
        "Subscriber,Status,Subscribed,Name,Last name\nann@example.com,Active,2026-03-01 09:00:00,Ann,Vale\n",
        "email=ann@example.com first_name=Ann last_name=Vale",
    ),
    (
        "Shopify",
        "Customer ID,First Name,Email,Accepts Email Marketing,Default Address Address1,Default Address City,\
         Default Address Province Code,Default Address Country Code,Default Address Zip,Accepts SMS Marketing\n\
         '7001,Ann,ann@example.com,no,12 Elm,Salem,MA,US,'01970,yes\n",
        "id=7001 email_status=non_marketable street=12_Elm city=Salem state=MA country=US postal_code=01970",
    ),
    (
        "Wix",
        "First Name,Address 1 - Street,Address 1 - City,Address 1 - State/Region,Address 1 - Zip,Address 1 - Country,\
         Email 1,Labels,Email subscriber status\nAnn,12 Elm,Salem,MA,01970,US,ann@example.com,Customers,Never subscribed\n",
        "email=ann@example.com state=MA postal_code=01970 email_status=non_marketable tags=Customers",
    ),
    (
        "by hand, German",
        "Vorname;Nachname;E-Mail-Adresse;Newsletter-Einwilligung\nÄnne;Groß;aenne@example.de;nein\n",
        "first_name=Änne last_name=Groß email=aenne@example.de email_status=non_marketable",
    ),
    (
        "by hand, French",
        "Prénom;Nom;Courriel;Consentement marketing\nZoé;Lefèvre;zoe@example.fr;non\n",
        "first_name=Zoé last_name=Lefèvre email=zoe@example.fr email_status=non_marketable",
    ),
    ("French, one name", "Nom;Courriel\nZoé;zoe@example.fr\n", "first_name=Zoé last_name="),
    (
        "an address under a name that nobody knows",
        "First Name,Kontakt privat\nAnn,ann@example.com\n",
        "first_name=Ann email=ann@example.com",
    ),
    (
        "Brevo",
        "CONTACT ID;EMAIL;FIRSTNAME;EMAIL_BLOCKLISTED;DOUBLE_OPT-IN\n1;ann@example.com;Ann;Yes;Yes\n",
        "id=1 email_status=unsubscribed",
    ),
    (
        "Kit",
        "email,first_name,status,created_at\nann@example.com,Ann,cancelled,2026-03-01 09:00:00 UTC\n",
        "email=ann@example.com email_status=unsubscribed",
    ),
    (
        "the status of a customer is none of email",
        "Email,Customer Status\nann@example.com,churned\n",
        "email=ann@example.com email_status=unconfirmed",
    ),
    ("text that a spreadsheet marks", "Email,Last Name\nann@example.com,'t Hooft\n", "last_name='t_Hooft"),
];

#[test]
fn exports_of_more_programs_are_read() {
    let campaign = Campaign::new();
    let mut wrong = Vec::new();
    for (program, text, wanted) in EXPORTS {
        let folder = tempfile::tempdir().expect("a folder");
        let file =
            campaign.open(&file_in(&folder, text.as_bytes())).unwrap_or_else(|error| panic!("{program}: {error}"));
        let (people, counts) = read(&file, 1);
        assert_eq!(not_read(&counts), [], "{program}");
        for pair in wanted.split(' ') {
            let (key, cell) = pair.split_once('=').expect(pair);
            let found = campaign.cells(&people, 0, &[key]).remove(0).replace(' ', "_");
            if found != cell {
                wrong.push(format!("{program}: {key} is “{found}”, not “{cell}”"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
