//! Names, places and jobs of generated contacts.

/// Names and streets of one part of the world.
pub(super) struct Culture {
    pub first: &'static [&'static str],
    pub last: &'static [&'static str],
}

/// A city and the form of its addresses.
pub(super) struct CityAddress {
    pub city: &'static str,
    pub state: &'static str,
    /// The pattern of postal codes: `#` is a digit, `@` a letter.
    pub postal_code: &'static str,
    pub country: &'static str,
    pub zone: &'static str,
    /// The prefix of phone numbers, before a number from the fictional range.
    pub area: &'static str,
    pub cultures: &'static [&'static Culture],
    /// Patterns of street lines: `#` is the house number.
    pub streets: &'static [&'static str],
}

const ENGLISH: Culture = Culture {
    first: &[
        "Ava", "Amelia", "Charlotte", "Chloe", "Daniel", "Dylan", "Emily", "Ethan", "Evelyn", "George", "Grace",
        "Hannah", "Harper", "Henry", "Isla", "Jack", "James", "Liam", "Lily", "Mason", "Maya", "Noah", "Oliver",
        "Olivia", "Owen", "Ruby", "Samuel", "Sophie", "Thomas", "Zoe",
    ],
    last: &[
        "Adams", "Baker", "Bennett", "Brooks", "Carter", "Clarke", "Cooper", "Davies", "Edwards", "Evans", "Foster",
        "Gray", "Hall", "Harris", "Hughes", "Jackson", "Kelly", "Lewis", "Marsh", "Morgan", "Murphy", "O'Brien",
        "Parker", "Reed", "Shaw", "Taylor", "Turner", "Walker", "Ward", "Young",
    ],
};
const SPANISH: Culture = Culture {
    first: &[
        "Alejandro", "Camila", "Carlos", "Daniela", "Diego", "Elena", "Gabriela", "Javier", "José", "Lucía", "Luis",
        "Marisol", "Mateo", "Paola", "Rafael", "Sofía", "Valeria", "Ximena",
    ],
    last: &[
        "Álvarez", "Castillo", "Cruz", "Delgado", "Flores", "García", "Gómez", "Hernández", "López", "Martínez",
        "Núñez", "Ortega", "Ramírez", "Reyes", "Rivera", "Torres", "Vega",
    ],
};
const GERMAN: Culture = Culture {
    first: &[
        "Anna", "Ben", "Clara", "Emil", "Felix", "Frieda", "Hanna", "Jonas", "Jürgen", "Karl", "Lena", "Leon",
        "Lukas", "Marie", "Mia", "Moritz", "Paula", "Sören", "Theo", "Ursula",
    ],
    last: &[
        "Bauer", "Becker", "Braun", "Fischer", "Groß", "Hoffmann", "Keller", "Koch", "Krüger", "Lange", "Müller",
        "Neumann", "Richter", "Schäfer", "Schmidt", "Schröder", "Vogel", "Wagner", "Weber", "Yılmaz",
    ],
};
const INDIAN: Culture = Culture {
    first: &[
        "Aarav", "Aditi", "Ananya", "Arjun", "Deepa", "Diya", "Farhan", "Ishaan", "Kavya", "Meera", "Neha",
        "Nikhil", "Priya", "Rahul", "Rohan", "Saanvi", "Sanjay", "Vikram",
    ],
    last: &[
        "Agarwal", "Banerjee", "Bose", "Chopra", "Das", "Desai", "Gupta", "Iyer", "Joshi", "Kapoor", "Khan",
        "Mehta", "Nair", "Patel", "Rao", "Reddy", "Sharma", "Singh",
    ],
};
const BRAZILIAN: Culture = Culture {
    first: &[
        "Ana", "Beatriz", "Bruno", "Caio", "Fernanda", "Gustavo", "Helena", "Isabela", "João", "Júlia", "Larissa",
        "Lucas", "Mariana", "Otávio", "Pedro", "Rafaela", "Thiago", "Vitória",
    ],
    last: &[
        "Almeida", "Araújo", "Barbosa", "Cardoso", "Carvalho", "Costa", "Ferreira", "Gonçalves", "Lima", "Mendes",
        "Moreira", "Nascimento", "Oliveira", "Pereira", "Ribeiro", "Santos", "Silva", "Souza",
    ],
};
const FRENCH: Culture = Culture {
    first: &[
        "Adèle", "Antoine", "Camille", "Chloé", "Élise", "François", "Hugo", "Inès", "Jules", "Léa", "Louis",
        "Manon", "Mathilde", "Nathan", "Zoé",
    ],
    last: &[
        "Bernard", "Bonnet", "Dubois", "Durand", "Fontaine", "Garnier", "Laurent", "Lefèvre", "Martin", "Mercier",
        "Moreau", "Petit", "Roux", "Simon",
    ],
};
const JAPANESE: Culture = Culture {
    first: &[
        "Aiko", "Akira", "Daichi", "Hana", "Haruto", "Kenji", "Mei", "Naoko", "Ren", "Sakura", "Sota", "Takumi",
        "Yui", "Yuto",
    ],
    last: &[
        "Fujita", "Hayashi", "Inoue", "Ito", "Kato", "Kimura", "Kobayashi", "Mori", "Nakamura", "Saito", "Sato",
        "Suzuki", "Tanaka", "Watanabe",
    ],
};

const AMERICAN_STREETS: &[&str] = &[
        "# Cedar Ave", "# Elm St", "# Harbor Blvd", "# Lakeview Dr", "# Main St, Apt 4", "# Maple St", "# Mill Rd",
        "# Oak Ln", "# Prospect Ave", "# Sunset Blvd", "# Walnut St", "# Willow Ct",
    ];
const BRITISH_STREETS: &[&str] = &[
        "# Abbey Road", "# Castle Lane", "# Church Street", "# High Street", "# Mill Hill", "# Station Road",
        "Flat 2, # Park Row",
    ];
const GERMAN_STREETS: &[&str] = &[
        "Ahornweg #", "Bahnhofstraße #", "Gartenstraße #", "Hauptstraße #", "Lindenallee #", "Marktplatz #",
        "Schulstraße #",
    ];
const INDIAN_STREETS: &[&str] =
    &["#, Gandhi Road", "#, Hill View Society", "#, Lake Road", "#, Park Street", "#, Station Road", "#, Temple Lane"];
const BRAZILIAN_STREETS: &[&str] = &[
        "Alameda dos Ipês, #", "Avenida Central, #", "Rua da Praia, #", "Rua das Flores, #", "Rua do Sol, #",
        "Travessa Nova, #",
    ];
const FRENCH_STREETS: &[&str] =
    &["# avenue des Tilleuls", "# place du Marché", "# rue de l'Église", "# rue des Lilas", "# rue du Moulin"];
const MEXICAN_STREETS: &[&str] = &["Avenida Juárez #", "Calle del Río #", "Calle Hidalgo #", "Calle Olivo #"];
const JAPANESE_STREETS: &[&str] = &["#-2 Hinode", "#-5 Midori", "#-8 Sakaemachi", "#-11 Honcho"];

const AMERICANS: &[&Culture] = &[&ENGLISH, &ENGLISH, &ENGLISH, &SPANISH, &SPANISH, &INDIAN, &GERMAN, &JAPANESE];
const BRITONS: &[&Culture] = &[&ENGLISH, &ENGLISH, &ENGLISH, &ENGLISH, &INDIAN, &FRENCH];
const GERMANS: &[&Culture] = &[&GERMAN, &GERMAN, &GERMAN, &GERMAN, &FRENCH];

macro_rules! places {
    ($($city:literal $state:literal $code:literal $country:literal $zone:literal $area:literal $cultures:expr, $streets:expr;)*) => {
        /// Cities of generated contacts. A city that is listed twice is drawn twice as often.
        pub(super) const PLACES: &[CityAddress] = &[$(CityAddress {
            city: $city, state: $state, postal_code: $code, country: $country, zone: $zone, area: $area,
            cultures: $cultures, streets: $streets,
        },)*];
    };
}

places! {
    "New York" "NY" "100##" "United States" "America/New_York" "212-" AMERICANS, AMERICAN_STREETS;
    "New York" "NY" "112##" "United States" "America/New_York" "718-" AMERICANS, AMERICAN_STREETS;
    "Boston" "MA" "021##" "United States" "America/New_York" "617-" AMERICANS, AMERICAN_STREETS;
    "Atlanta" "GA" "303##" "United States" "America/New_York" "404-" AMERICANS, AMERICAN_STREETS;
    "Chicago" "IL" "606##" "United States" "America/Chicago" "312-" AMERICANS, AMERICAN_STREETS;
    "Houston" "TX" "770##" "United States" "America/Chicago" "713-" AMERICANS, AMERICAN_STREETS;
    "Denver" "CO" "802##" "United States" "America/Denver" "303-" AMERICANS, AMERICAN_STREETS;
    "Los Angeles" "CA" "900##" "United States" "America/Los_Angeles" "213-" AMERICANS, AMERICAN_STREETS;
    "Seattle" "WA" "981##" "United States" "America/Los_Angeles" "206-" AMERICANS, AMERICAN_STREETS;
    "Toronto" "ON" "M5@ #@#" "Canada" "America/Toronto" "416-" BRITONS, AMERICAN_STREETS;
    "London" "" "SW# #@@" "United Kingdom" "Europe/London" "" BRITONS, BRITISH_STREETS;
    "Manchester" "" "M# #@@" "United Kingdom" "Europe/London" "" BRITONS, BRITISH_STREETS;
    "Berlin" "" "10###" "Germany" "Europe/Berlin" "" GERMANS, GERMAN_STREETS;
    "München" "" "80###" "Germany" "Europe/Berlin" "" GERMANS, GERMAN_STREETS;
    "Paris" "" "750##" "France" "Europe/Paris" "" &[&FRENCH], FRENCH_STREETS;
    "Mumbai" "MH" "4000##" "India" "Asia/Kolkata" "" &[&INDIAN], INDIAN_STREETS;
    "Bengaluru" "KA" "5600##" "India" "Asia/Kolkata" "" &[&INDIAN], INDIAN_STREETS;
    "Sydney" "NSW" "20##" "Australia" "Australia/Sydney" "" BRITONS, BRITISH_STREETS;
    "São Paulo" "SP" "01###-###" "Brazil" "America/Sao_Paulo" "" &[&BRAZILIAN], BRAZILIAN_STREETS;
    "Rio de Janeiro" "RJ" "20###-###" "Brazil" "America/Sao_Paulo" "" &[&BRAZILIAN], BRAZILIAN_STREETS;
    "Ciudad de México" "CDMX" "06###" "Mexico" "America/Mexico_City" "" &[&SPANISH], MEXICAN_STREETS;
    "Tokyo" "" "10#-00##" "Japan" "Asia/Tokyo" "" &[&JAPANESE], JAPANESE_STREETS;
}

/// Domains that are reserved for examples.
pub(super) const DOMAINS: &[&str] = &["example.com", "example.org", "example.net"];

/// First words of company names.
pub(super) const COMPANY_WORDS: &[&str] = &[
        "Alder", "Bluebird", "Brightwater", "Cobalt", "Copperleaf", "Driftwood", "Evergreen", "Falcon", "Granite",
        "Juniper", "Lantern", "Maplewood", "Northgate", "Orchard", "Pinecrest", "Quarry", "Redstone", "Silverline",
        "Tidewater", "Willow",
    ];

/// Last words of company names.
pub(super) const COMPANY_KINDS: &[&str] = &[
        "Analytics", "Bakery", "Consulting", "Design", "Foods", "Garden, Inc.", "Health", "Logistics", "Partners",
        "Studio", "Tools",
    ];

/// Job titles.
pub(super) const JOBS: &[&str] = &[
        "Accountant", "Analyst", "Buyer", "Coach", "Designer", "Director", "Engineer", "Founder", "Head of Sales",
        "Marketing Manager", "Office Manager", "Owner", "Photographer", "Project Lead", "Teacher",
    ];

/// Values of custom text fields.
pub(super) const WORDS: &[&str] = &["basic", "standard", "plus", "premium", "trial"];
