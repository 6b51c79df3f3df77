//! What the columns of exports are called, and how the exports of some programs are recognised.

/// Column names of exports, in seven languages, by field key: keys of words, without accents. The first that a header has
/// is used.
pub(super) const NAMES: &[(&str, &[&str])] = &[
    (
        "id",
        &[
            "id",
            "contactid",
            "recordid",
            "recordidcontact",
            "customerid",
            "personid",
            "leadid",
            "subscriberid",
            "userid",
            "kontaktid",
            "kundennummer",
        ],
    ),
    (
        "first_name",
        &[
            "firstname",
            "givenname",
            "forename",
            "fname",
            "first",
            "vorname",
            "prenom",
            "nombre",
            "nome",
            "voornaam",
            "name",
            "fullname",
            "contactname",
            "displayname",
            "nom",
            "naam",
        ],
    ),
    (
        "last_name",
        &[
            "lastname",
            "familyname",
            "surname",
            "lname",
            "last",
            "nachname",
            "familienname",
            "nomdefamille",
            "nom",
            "naam",
            "apellido",
            "apellidos",
            "cognome",
            "sobrenome",
            "apelido",
            "achternaam",
        ],
    ),
    (
        "email",
        &[
            "email",
            "emailaddress",
            "email1value",
            "email1",
            "emailaddress1",
            "primaryemail",
            "contactemail",
            "workemail",
            "mail",
            "emailadresse",
            "courriel",
            "adresseemail",
            "adressemail",
            "correo",
            "correoelectronico",
            "indirizzoemail",
            "enderecodeemail",
            "emailadres",
            "emailaddressother",
            "emailaddresshome",
            "emailaddresswork",
            "subscriber",
        ],
    ),
    (
        "phone",
        &[
            "phone",
            "phone1",
            "phonenumber",
            "phone1value",
            "phonenumber1",
            "mobilephonenumber",
            "mobilephone",
            "mobile",
            "primaryphone",
            "workphone",
            "businessphone",
            "homephone",
            "telephone",
            "telefon",
            "telefonnummer",
            "handy",
            "telefono",
            "telefone",
            "telefoon",
        ],
    ),
    ("fax", &["fax", "fax1", "faxnumber", "businessfax", "faxnummer"]),
    (
        "company",
        &[
            "company",
            "companyname",
            "organizationname",
            "organization1name",
            "organization",
            "organisation",
            "accountname",
            "associatedcompany",
            "firma",
            "unternehmen",
            "societe",
            "entreprise",
            "empresa",
            "azienda",
            "bedrijf",
        ],
    ),
    ("job_title", &["jobtitle", "organizationtitle", "organization1title", "position", "funktion", "poste"]),
    (
        "street",
        &[
            "street",
            "streetaddress",
            "streetaddress1",
            "address1street",
            "address",
            "addressline1",
            "address1",
            "mailingstreet",
            "businessstreet",
            "homestreet",
            "strasse",
            "adresse",
            "rue",
            "calle",
            "direccion",
            "indirizzo",
            "via",
            "endereco",
            "adres",
            "straat",
        ],
    ),
    (
        "city",
        &[
            "city",
            "address1city",
            "mailingcity",
            "businesscity",
            "homecity",
            "town",
            "ort",
            "stadt",
            "ville",
            "ciudad",
            "citta",
            "cidade",
            "plaats",
            "stad",
        ],
    ),
    (
        "state",
        &[
            "state",
            "stateregion",
            "address1region",
            "mailingstate",
            "mailingstateprovince",
            "stateprovince",
            "provincecode",
            "businessstate",
            "homestate",
            "province",
            "bundesland",
            "provincia",
            "estado",
        ],
    ),
    (
        "postal_code",
        &[
            "postalcode",
            "zip",
            "zipcode",
            "zippostalcode",
            "postcode",
            "address1postalcode",
            "mailingzip",
            "mailingpostalcode",
            "mailingzippostalcode",
            "businesspostalcode",
            "homepostalcode",
            "plz",
            "postleitzahl",
            "codepostal",
            "codigopostal",
            "cap",
            "cep",
        ],
    ),
    (
        "country",
        &[
            "country",
            "countryregion",
            "countrycode",
            "address1country",
            "mailingcountry",
            "businesscountryregion",
            "homecountryregion",
            "land",
            "pays",
            "pais",
            "paese",
        ],
    ),
    ("time_zone", &["timezone", "tz", "zeitzone", "fuseauhoraire", "zonahoraria", "fusoorario", "tijdzone"]),
    (
        "birthday",
        &[
            "birthday",
            "birthdate",
            "dateofbirth",
            "dob",
            "geburtstag",
            "geburtsdatum",
            "datedenaissance",
            "anniversaire",
            "fechadenacimiento",
            "cumpleanos",
            "datadinascita",
            "datadenascimento",
            "aniversario",
            "geboortedatum",
            "verjaardag",
        ],
    ),
    ("anniversary", &["anniversary", "anniversarydate", "weddinganniversary", "hochzeitstag"]),
    ("owner", &["owner", "contactowner", "ownerid", "ownername", "assignedto", "hubspotowner", "besitzer"]),
    (
        "tags",
        &[
            "tags",
            "labels",
            "groupmembership",
            "contacttags",
            "taglist",
            "tag",
            "categories",
            "groups",
            "schlagworte",
            "schlagworter",
            "etiquettes",
            "etiquetas",
            "etichette",
        ],
    ),
    ("entered", &["entered"]),
    ("card_on_file", &["cardonfile"]),
];

/// A program whose exports are recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vendor {
    Keap,
    Mailchimp,
    HubSpot,
    Google,
    Unknown,
}

impl Vendor {
    /// The vendor whose exports have such a header. `header` has keys of words.
    pub fn of(header: &[String]) -> Self {
        let has = |names: &[&str]| names.iter().any(|name| header.iter().any(|column| column == name));
        if has(&["email1value"]) || (has(&["groupmembership"]) && has(&["givenname"])) {
            Vendor::Google
        } else if has(&["emailaddress"]) && has(&["memberrating", "leid", "euid", "optintime"]) {
            Vendor::Mailchimp
        } else if has(&["recordid", "recordidcontact"])
            || (has(&["marketingcontactstatus"]) && has(&["lifecyclestage"]))
        {
            Vendor::HubSpot
        } else if has(&["tagids", "phone1type", "phone1ext"])
            || (has(&["streetaddress1"]) && has(&["phone1", "optinstatus", "emailstatus"]))
        {
            Vendor::Keap
        } else {
            Vendor::Unknown
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Vendor::Keap => "Keap",
            Vendor::Mailchimp => "Mailchimp",
            Vendor::HubSpot => "HubSpot",
            Vendor::Google => "Google Contacts",
            Vendor::Unknown => "",
        }
    }

    /// The separator between tags; `None` if it must be guessed from the rows.
    pub const fn tag_separator(self) -> Option<&'static str> {
        match self {
            Vendor::Keap | Vendor::Mailchimp => Some(","),
            Vendor::HubSpot => Some(";"),
            Vendor::Google => Some(":::"),
            Vendor::Unknown => None,
        }
    }
}
