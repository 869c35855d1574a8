<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en_GB">
<context>
    <name>AccountStep</name>
    <message>
        <source>Sign in</source>
        <translation>Log ind</translation>
    </message>
    <message>
        <source>Sign in with the user name and first password from your helpdesk. If no six-digit code is set up yet, that comes next: six steps, about three minutes. Have your phone and the invitation code at hand.</source>
        <translation>Log ind med brugernavnet og den første adgangskode fra din helpdesk. Er der endnu ingen sekscifret kode, kommer den som det næste: seks trin, cirka tre minutter. Hav din telefon og invitationskoden klar.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Log ind…</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <translation>Du er logget ind.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>The log was cut or replaced before this line</source>
        <translation>Loggen blev afkortet eller udskiftet før denne linje</translation>
    </message>
    <message>
        <source>A line was torn by a crash</source>
        <translation>En linje blev afbrudt af et nedbrud</translation>
    </message>
    <message>
        <source>The log&apos;s anchor was lost</source>
        <translation>Loggens anker gik tabt</translation>
    </message>
    <message>
        <source>Log verified</source>
        <translation>Log kontrolleret</translation>
    </message>
    <message>
        <source>Log exported</source>
        <translation>Log eksporteret</translation>
    </message>
    <message>
        <source>Profile installed</source>
        <translation>Profil installeret</translation>
    </message>
    <message>
        <source>Profile renewed</source>
        <translation>Profil fornyet</translation>
    </message>
    <message>
        <source>Profile refused</source>
        <translation>Profil afvist</translation>
    </message>
    <message>
        <source>Second factor set up</source>
        <translation>Anden faktor sat op</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Logget ind</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Login afvist</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Logget ud</translation>
    </message>
    <message>
        <source>Locked after idle time</source>
        <translation>Låst efter inaktivitet</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Låst op</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Adgangskode ændret</translation>
    </message>
    <message>
        <source>Recovery codes renewed</source>
        <translation>Nødkoder fornyet</translation>
    </message>
    <message>
        <source>Own data at the service shown</source>
        <translation>Egne data hos tjenesten vist</translation>
    </message>
    <message>
        <source>Computer revoked</source>
        <translation>Computer spærret</translation>
    </message>
    <message>
        <source>Files inspected</source>
        <translation>Filer undersøgt</translation>
    </message>
    <message>
        <source>Files prepared</source>
        <translation>Filer forberedt</translation>
    </message>
    <message>
        <source>Files refused</source>
        <translation>Filer afvist</translation>
    </message>
    <message>
        <source>File sealed</source>
        <translation>Fil forseglet</translation>
    </message>
    <message>
        <source>Sealed file opened</source>
        <translation>Forseglet fil åbnet</translation>
    </message>
    <message>
        <source>Names put back into results</source>
        <translation>Navne sat tilbage i resultater</translation>
    </message>
    <message>
        <source>Keys made</source>
        <translation>Nøgler lavet</translation>
    </message>
    <message>
        <source>Keys backed up</source>
        <translation>Nøgler sikkerhedskopieret</translation>
    </message>
    <message>
        <source>Keys brought back</source>
        <translation>Nøgler hentet tilbage</translation>
    </message>
    <message>
        <source>One person looked up in the maps</source>
        <translation>En person slået op i pseudonymkortene</translation>
    </message>
    <message>
        <source>Pseudonym map made</source>
        <translation>Pseudonymkort lavet</translation>
    </message>
    <message>
        <source>Pseudonym map backed up</source>
        <translation>Pseudonymkort sikkerhedskopieret</translation>
    </message>
    <message>
        <source>Pseudonym map brought back</source>
        <translation>Pseudonymkort hentet tilbage</translation>
    </message>
    <message>
        <source>Consent confirmed</source>
        <translation>Samtykke bekræftet</translation>
    </message>
    <message>
        <source>Second person approved</source>
        <translation>Godkendt af en anden person</translation>
    </message>
    <message>
        <source>Submission begun</source>
        <translation>Indsendelse begyndt</translation>
    </message>
    <message>
        <source>Sealed files uploaded</source>
        <translation>Forseglede filer sendt op</translation>
    </message>
    <message>
        <source>Submission confirmed by receipt</source>
        <translation>Indsendelse bekræftet med kvittering</translation>
    </message>
    <message>
        <source>Submission paused</source>
        <translation>Indsendelse sat på pause</translation>
    </message>
    <message>
        <source>Submission continued</source>
        <translation>Indsendelse fortsat</translation>
    </message>
    <message>
        <source>Submission cancelled</source>
        <translation>Indsendelse annulleret</translation>
    </message>
    <message>
        <source>Submission failed</source>
        <translation>Indsendelse mislykkedes</translation>
    </message>
    <message>
        <source>Finished submissions cleared</source>
        <translation>Afsluttede indsendelser ryddet</translation>
    </message>
    <message>
        <source>Job cancelled</source>
        <translation>Job annulleret</translation>
    </message>
    <message>
        <source>Job deleted at the service</source>
        <translation>Job slettet hos tjenesten</translation>
    </message>
    <message>
        <source>Results downloaded</source>
        <translation>Resultater hentet</translation>
    </message>
    <message>
        <source>Deletion certificate verified</source>
        <translation>Slettebevis kontrolleret</translation>
    </message>
    <message>
        <source>Deletion certificate refused</source>
        <translation>Slettebevis afvist</translation>
    </message>
    <message>
        <source>Diagnostics saved</source>
        <translation>Diagnose gemt</translation>
    </message>
    <message>
        <source>Old files removed here</source>
        <translation>Gamle filer fjernet her</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linje</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakta</translation>
    </message>
    <message>
        <source>This line cannot be read.</source>
        <translation>Denne linje kan ikke læses.</translation>
    </message>
</context>
<context>
    <name>ActivityFact</name>
    <message>
        <source>maps</source>
        <translation>pseudonymkort</translation>
    </message>
    <message>
        <source>files</source>
        <translation>filer</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>prøver</translation>
    </message>
    <message>
        <source>records</source>
        <translation>poster</translation>
    </message>
    <message>
        <source>records read</source>
        <translation>poster læst</translation>
    </message>
    <message>
        <source>records kept</source>
        <translation>poster beholdt</translation>
    </message>
    <message>
        <source>records left out</source>
        <translation>poster udeladt</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>fund</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>blokerende</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>fjernet</translation>
    </message>
    <message>
        <source>results</source>
        <translation>resultater</translation>
    </message>
    <message>
        <source>recipients</source>
        <translation>modtagere</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>nøgler</translation>
    </message>
    <message>
        <source>computers</source>
        <translation>computere</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>kontroller</translation>
    </message>
    <message>
        <source>failed checks</source>
        <translation>fejlede kontroller</translation>
    </message>
    <message>
        <source>size</source>
        <translation>størrelse</translation>
    </message>
    <message>
        <source>sealed size</source>
        <translation>forseglet størrelse</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>serienummer</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>sekunder</translation>
    </message>
    <message>
        <source>recovery codes left</source>
        <translation>nødkoder tilbage</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>linjer</translation>
    </message>
    <message>
        <source>sealed files</source>
        <translation>forseglede filer</translation>
    </message>
    <message>
        <source>working copies</source>
        <translation>arbejdskopier</translation>
    </message>
    <message>
        <source>code</source>
        <translation>kode</translation>
    </message>
    <message>
        <source>job</source>
        <translation>job</translation>
    </message>
    <message>
        <source>submission</source>
        <translation>indsendelse</translation>
    </message>
    <message>
        <source>map</source>
        <translation>kort</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>computer</translation>
    </message>
    <message>
        <source>chromosome</source>
        <translation>kromosom</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>fingeraftryk</translation>
    </message>
    <message>
        <source>service</source>
        <translation>tjeneste</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>miljø</translation>
    </message>
    <message>
        <source>kept in</source>
        <translation>gemt i</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>regelsæt</translation>
    </message>
    <message>
        <source>limits of</source>
        <translation>grænser fra</translation>
    </message>
    <message>
        <source>application</source>
        <translation>opgave</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>erklæring</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>sagsnummer</translation>
    </message>
    <message>
        <source>by</source>
        <translation>med</translation>
    </message>
    <message>
        <source>state</source>
        <translation>tilstand</translation>
    </message>
    <message>
        <source>build</source>
        <translation>build</translation>
    </message>
    <message>
        <source>version</source>
        <translation>version</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tid</translation>
    </message>
    <message>
        <source>exit code</source>
        <translation>afslutningskode</translation>
    </message>
    <message>
        <source>lines expected</source>
        <translation>linjer ventet</translation>
    </message>
    <message>
        <source>lines found</source>
        <translation>linjer fundet</translation>
    </message>
    <message>
        <source>torn off</source>
        <translation>revet af</translation>
    </message>
    <message>
        <source>whole up to line</source>
        <translation>hel til linje</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fil</translation>
    </message>
    <message>
        <source>kind of key</source>
        <translation>slags nøgle</translation>
    </message>
    <message>
        <source>last line</source>
        <translation>sidste linje</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>nøglering</translation>
    </message>
    <message>
        <source>vault</source>
        <translation>pengeskab</translation>
    </message>
    <message>
        <source>memory only</source>
        <translation>kun hukommelse</translation>
    </message>
    <message>
        <source>six-digit code</source>
        <translation>sekscifret kode</translation>
    </message>
    <message>
        <source>recovery code</source>
        <translation>nødkode</translation>
    </message>
    <message>
        <source>password</source>
        <translation>adgangskode</translation>
    </message>
    <message>
        <source>renewal</source>
        <translation>fornyelse</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>øvelse</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>production</source>
        <translation>produktion</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>What was done with personal data on this computer. Counts and ids only, never a name.</source>
        <translation>Hvad der er gjort med persondata på denne computer. Kun antal og id&apos;er, aldrig et navn.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Søg</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Kontrollér</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportér…</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Intet endnu</translation>
    </message>
    <message>
        <source>Each step with personal data will appear here.</source>
        <translation>Hvert trin med persondata vises her.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), none changed, removed or put in another order.</source>
        <translation>
            <numerusform>%n linje, ikke ændret, fjernet eller flyttet.</numerusform>
            <numerusform>%n linjer, ingen ændret, fjernet eller flyttet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proven complete up to line %1 by the service&apos;s receipt of %2.</source>
        <translation>Bevist fuldstændig til linje %1 af tjenestens kvittering fra %2.</translation>
    </message>
    <message>
        <source>No receipt proves it from outside yet.</source>
        <translation>Ingen kvittering beviser den udefra endnu.</translation>
    </message>
    <message>
        <source>The log is whole</source>
        <translation>Loggen er hel</translation>
    </message>
    <message>
        <source>Export the activity log</source>
        <translation>Eksportér aktivitetsloggen</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written.</source>
        <translation>
            <numerusform>%n linje skrevet.</numerusform>
            <numerusform>%n linjer skrevet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddAccountStep</name>
    <message>
        <source>Add the account</source>
        <translation>Tilføj kontoen</translation>
    </message>
    <message>
        <source>Show picture and key</source>
        <translation>Vis billede og nøgle</translation>
    </message>
    <message>
        <source>In the app choose “Add account” or “+”, then scan this picture. The app must then show exactly:</source>
        <translation>Vælg “Tilføj konto” eller “+” i appen, og scan dette billede. Appen skal så vise præcis:</translation>
    </message>
    <message>
        <source>Cannot scan? Type this key instead (kind of account: time-based):</source>
        <translation>Kan du ikke scanne? Skriv denne nøgle i stedet (kontotype: tidsbaseret):</translation>
    </message>
    <message numerus="yes">
        <source>Hide (hides itself in %n s)</source>
        <translation>
            <numerusform>Skjul (sker selv om %n s)</numerusform>
            <numerusform>Skjul (sker selv om %n s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Your files are still being sent</source>
        <translation>Dine filer er stadig ved at blive sendt</translation>
    </message>
    <message>
        <source>Keep sending in the background, or quit now? After quitting, sending goes on where it stopped as soon as you open Genoseal again.</source>
        <translation>Send videre i baggrunden, eller afslut nu? Efter afslutning fortsætter det, hvor det slap, så snart du åbner Genoseal igen.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afslut</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>Send videre</translation>
    </message>
    <message>
        <source>Your files are still being prepared</source>
        <translation>Dine filer er stadig ved at blive forberedt</translation>
    </message>
    <message>
        <source>They are prepared for a second person. Quitting stops that, and nothing of it is kept.</source>
        <translation>De forberedes til en anden person. Afslutter du, stopper det, og intet af det beholdes.</translation>
    </message>
    <message>
        <source>Keep preparing</source>
        <translation>Forbered videre</translation>
    </message>
    <message>
        <source>Sending files</source>
        <translation>Sender filer</translation>
    </message>
    <message>
        <source>A submission was sent and confirmed.</source>
        <translation>En indsendelse blev sendt og bekræftet.</translation>
    </message>
    <message>
        <source>Results are ready.</source>
        <translation>Der er resultater.</translation>
    </message>
    <message>
        <source>A job has failed.</source>
        <translation>Et job mislykkedes.</translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>A second person must approve</source>
        <translation>En anden person skal godkende</translation>
    </message>
    <message>
        <source>The rules “%1” let nothing leave on one person&apos;s word. Nothing is sent before the approval is here.</source>
        <translation>Efter reglerne “%1” forlader intet computeren på én persons ord. Intet sendes, før godkendelsen er her.</translation>
    </message>
    <message>
        <source>Prepare for approval…</source>
        <translation>Forbered til godkendelse…</translation>
    </message>
    <message>
        <source>Open the approval…</source>
        <translation>Åbn godkendelsen…</translation>
    </message>
    <message>
        <source>Prepare the files into an empty folder, and give that folder to the second person.</source>
        <translation>Forbered filerne i en tom mappe, og giv mappen til den anden person.</translation>
    </message>
    <message>
        <source>When “%1” comes back, open it here; then send the same files.</source>
        <translation>Når “%1” kommer tilbage, åbnes den her; send så de samme filer.</translation>
    </message>
    <message>
        <source>%1 approved (%2). What is prepared now must be what was approved, byte for byte; anything else is not sent.</source>
        <translation>%1 har godkendt (%2). Det, der nu forberedes, skal være det godkendte, byte for byte; andet sendes ikke.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkendt</translation>
    </message>
    <message>
        <source>Choose an empty folder for the second person</source>
        <translation>Vælg en tom mappe til den anden person</translation>
    </message>
    <message>
        <source>Open the approval</source>
        <translation>Åbn godkendelsen</translation>
    </message>
</context>
<context>
    <name>ApproveSheet</name>
    <message>
        <source>Approve for somebody else</source>
        <translation>Godkend for en anden</translation>
    </message>
    <message>
        <source>Open the folder that you were given. Its files are compared with the report; nothing is sent from here, and nothing in the folder is changed.</source>
        <translation>Åbn den mappe, du har fået. Filerne sammenlignes med rapporten; intet sendes herfra, og intet i mappen ændres.</translation>
    </message>
    <message>
        <source>Open the folder…</source>
        <translation>Åbn mappen…</translation>
    </message>
    <message>
        <source>Read the report</source>
        <translation>Læs rapporten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Godkend…</translation>
    </message>
    <message>
        <source>Comparing the files with the report …</source>
        <translation>Filerne sammenlignes med rapporten …</translation>
    </message>
    <message>
        <source>Your own id at the service</source>
        <translation>Dit eget id hos tjenesten</translation>
    </message>
    <message>
        <source>I have read the report, I am not the person who sends, and this may leave.</source>
        <translation>Jeg har læst rapporten, jeg er ikke den, der sender, og dette må sendes.</translation>
    </message>
    <message>
        <source>The files are those of the report.</source>
        <translation>Filerne er dem, rapporten handler om.</translation>
    </message>
    <message numerus="yes">
        <source>file(s)</source>
        <translation>
            <numerusform>fil</numerusform>
            <numerusform>filer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sample(s) under pseudonyms</source>
        <translation>
            <numerusform>prøve under pseudonym</numerusform>
            <numerusform>prøver under pseudonym</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record(s), of %1 read</source>
        <translation>
            <numerusform>post af %1 læste</numerusform>
            <numerusform>poster af %1 læste</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>intet</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Regler: %1</translation>
    </message>
    <message>
        <source>What is there: %1</source>
        <translation>Indhold: %1</translation>
    </message>
    <message>
        <source>Genome build: %1</source>
        <translation>Genomversion: %1</translation>
    </message>
    <message>
        <source>Taken away: %1</source>
        <translation>Fjernet: %1</translation>
    </message>
    <message>
        <source>some headers say it; of the other files whoever prepared them said it</source>
        <translation>nogle hoveder siger det; om de andre filer sagde den det, der forberedte dem</translation>
    </message>
    <message>
        <source>the headers say it</source>
        <translation>hovederne siger det</translation>
    </message>
    <message>
        <source>whoever prepared the files said it; the headers do not</source>
        <translation>den, der forberedte filerne, sagde det; hovederne siger det ikke</translation>
    </message>
    <message>
        <source>Well-known variants lie where the other build has them.</source>
        <translation>Velkendte varianter ligger, hvor den anden version har dem.</translation>
    </message>
    <message>
        <source>Well-known variants lie where it has them.</source>
        <translation>Velkendte varianter ligger, hvor den har dem.</translation>
    </message>
    <message>
        <source>Give the file “%1” to the person who sends; they open it in their review.</source>
        <translation>Giv filen “%1” til den, der sender; den åbnes der i gennemgangen.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkendt</translation>
    </message>
    <message>
        <source>Open the folder that you were given</source>
        <translation>Åbn den mappe, du har fået</translation>
    </message>
    <message>
        <source>Where should the approval be saved?</source>
        <translation>Hvor skal godkendelsen gemmes?</translation>
    </message>
</context>
<context>
    <name>BackupSheet</name>
    <message>
        <source>Bring a backup back</source>
        <translation>Hent en sikkerhedskopi tilbage</translation>
    </message>
    <message>
        <source>Back up maps and keys</source>
        <translation>Sikkerhedskopiér kort og nøgler</translation>
    </message>
    <message>
        <source>Choose the folder with the backup and type its passphrase.</source>
        <translation>Vælg mappen med sikkerhedskopien, og skriv dens adgangssætning.</translation>
    </message>
    <message>
        <source>They are written under a passphrase of their own. Keep the files and the passphrase in different places; without it nobody can open them.</source>
        <translation>De skrives under deres egen adgangssætning. Opbevar filer og adgangssætning hver for sig; uden den kan ingen åbne dem.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Adgangssætning igen</translation>
    </message>
    <message>
        <source>At least twelve characters, twice the same.</source>
        <translation>Mindst tolv tegn, to gange ens.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Vælg en mappe…</translation>
    </message>
</context>
<context>
    <name>BeforeStep</name>
    <message>
        <source>Before you start</source>
        <translation>Før du begynder</translation>
    </message>
    <message>
        <source>Have your phone with an authenticator app: Microsoft Authenticator, Google Authenticator, Aegis, 2FAS or another.</source>
        <translation>Hav din telefon klar med en godkendelsesapp: Microsoft Authenticator, Google Authenticator, Aegis, 2FAS eller en anden.</translation>
    </message>
    <message>
        <source>If you share your screen, stop now. The picture in step 2 is secret.</source>
        <translation>Deler du din skærm, så stop nu. Billedet i trin 2 er hemmeligt.</translation>
    </message>
    <message>
        <source>Have a printer or a password manager ready for the recovery codes in step 4.</source>
        <translation>Hav en printer eller en adgangskodehusker klar til nødkoderne i trin 4.</translation>
    </message>
    <message>
        <source>Comparing this computer&apos;s clock with the service …</source>
        <translation>Sammenligner denne computers ur med tjenesten …</translation>
    </message>
    <message>
        <source>A code that your app shows now, or one of your recovery codes</source>
        <translation>En kode, som din app viser nu, eller en af dine nødkoder</translation>
    </message>
    <message>
        <source>The invitation code that your helpdesk gave you</source>
        <translation>Invitationskoden fra din helpdesk</translation>
    </message>
    <message>
        <source>Clock checked: this computer and the service agree.</source>
        <translation>Uret er kontrolleret: denne computer og tjenesten er enige.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) off. Codes may be refused; have it put right first.</source>
        <translation>
            <numerusform>Denne computers ur går %n sekund forkert. Koder kan blive afvist; få det rettet først.</numerusform>
            <numerusform>Denne computers ur går %n sekunder forkert. Koder kan blive afvist; få det rettet først.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service&apos;s clock could not be asked. You can go on.</source>
        <translation>Tjenestens ur kunne ikke spørges. Du kan gå videre.</translation>
    </message>
</context>
<context>
    <name>BuildCard</name>
    <message>
        <source>A genome build is the version of the human reference that positions are counted on: the same variant has one position in hg19 and another in hg38. With the wrong one the results are wrong, and nobody may notice.</source>
        <translation>En genomversion er den udgave af det humane referencegenom, som positionerne tælles efter: den samme variant har én position i hg19 og en anden i hg38. Med den forkerte bliver resultaterne forkerte, og måske opdager ingen det.</translation>
    </message>
    <message>
        <source>If you are not sure, ask whoever made the file, or look for the name of its reference in the laboratory&apos;s report: hg19, GRCh37, b37 and hs37d5 are hg19; hg38, GRCh38 and hs38 are hg38.</source>
        <translation>Hvis du ikke er sikker, så spørg den, der har lavet filen, eller led efter referencens navn i laboratoriets rapport: hg19, GRCh37, b37 og hs37d5 er hg19; hg38, GRCh38 og hs38 er hg38.</translation>
    </message>
    <message>
        <source>Which genome build?</source>
        <translation>Hvilken genomversion?</translation>
    </message>
    <message numerus="yes">
        <source>The header of %n file(s) does not say which genome build the positions are in.</source>
        <translation>
            <numerusform>Hovedet i %n fil siger ikke, hvilken genomversion positionerne er i.</numerusform>
            <numerusform>Hovederne i %n filer siger ikke, hvilken genomversion positionerne er i.</numerusform>
        </translation>
    </message>
    <message>
        <source>Genome build: chosen by you</source>
        <translation>Genomversion: valgt af dig</translation>
    </message>
    <message numerus="yes">
        <source>You say that %n file(s) are %1; the header does not say it.</source>
        <translation>
            <numerusform>Du siger, at %n fil er %1; dens hoved siger det ikke.</numerusform>
            <numerusform>Du siger, at %n filer er %1; deres hoveder siger det ikke.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The header of %n file(s) names both genome builds, as happens where files are joined or lifted over.</source>
        <translation>
            <numerusform>Hovedet i %n fil nævner begge genomversioner, som det sker, når filer er sat sammen eller flyttet til en anden version.</numerusform>
            <numerusform>Hovederne i %n filer nævner begge genomversioner, som det sker, når filer er sat sammen eller flyttet til en anden version.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You say that %n file(s) are %1; the header names both.</source>
        <translation>
            <numerusform>Du siger, at %n fil er %1; dens hoved nævner begge.</numerusform>
            <numerusform>Du siger, at %n filer er %1; deres hoveder nævner begge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Well-known variants in %n file(s) lie where %1 has them.</source>
        <translation>
            <numerusform>Velkendte varianter i %n fil ligger, hvor %1 har dem.</numerusform>
            <numerusform>Velkendte varianter i %n filer ligger, hvor %1 har dem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Well-known variants in %n file(s) lie where %1 has them, not where you say. Ask whoever made the file before you send it.</source>
        <translation>
            <numerusform>Velkendte varianter i %n fil ligger, hvor %1 har dem, ikke hvor du siger. Spørg den, der har lavet filen, før du sender den.</numerusform>
            <numerusform>Velkendte varianter i %n filer ligger, hvor %1 har dem, ikke hvor du siger. Spørg den, der har lavet filerne, før du sender dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Genoseal cannot tell: too few well-known variants are in there.</source>
        <translation>Genoseal kan ikke se det: der er for få velkendte varianter med.</translation>
    </message>
    <message numerus="yes">
        <source>The header of %n other file(s) in the list says %1.</source>
        <translation>
            <numerusform>Hovedet i %n anden fil på listen siger %1.</numerusform>
            <numerusform>Hovederne i %n andre filer på listen siger %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The header of %n other file(s) in the list says %1. The files of one job must have the same build.</source>
        <translation>
            <numerusform>Hovedet i %n anden fil på listen siger %1. Filerne i ét job skal have samme genomversion.</numerusform>
            <numerusform>Hovederne i %n andre filer på listen siger %1. Filerne i ét job skal have samme genomversion.</numerusform>
        </translation>
    </message>
    <message>
        <source>Genome build %1</source>
        <translation>Genomversion %1</translation>
    </message>
</context>
<context>
    <name>CertificateSheet</name>
    <message>
        <source>Deletion certificate</source>
        <translation>Sletteattest</translation>
    </message>
    <message>
        <source>The service states, signed, that it deleted this job. The certificate is verified and kept.</source>
        <translation>Tjenesten erklærer, underskrevet, at den har slettet dette job. Attesten er kontrolleret og gemt.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjeneste</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Slettet</translation>
    </message>
    <message>
        <source>somebody asked for it</source>
        <translation>nogen bad om det</translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation>tiden var gået</translation>
    </message>
    <message>
        <source>the job was cancelled</source>
        <translation>jobbet blev annulleret</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Sealed files</source>
        <translation>Forseglede filer</translation>
    </message>
    <message>
        <source>Working copies</source>
        <translation>Arbejdskopier</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultater</translation>
    </message>
    <message>
        <source>none are left</source>
        <translation>der er ingen tilbage</translation>
    </message>
    <message>
        <source>may last until %1</source>
        <translation>kan findes indtil %1</translation>
    </message>
    <message>
        <source>Copies in backups</source>
        <translation>Kopier i sikkerhedskopier</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Underskrevet med</translation>
    </message>
</context>
<context>
    <name>CheckCodeStep</name>
    <message>
        <source>Check one code</source>
        <translation>Kontrollér én kode</translation>
    </message>
    <message>
        <source>Type one of the recovery codes from your sheet or password manager. It is checked, not used up.</source>
        <translation>Skriv en af nødkoderne fra dit ark eller din adgangskodehusker. Den kontrolleres, men bruges ikke op.</translation>
    </message>
    <message>
        <source>One recovery code</source>
        <translation>Én nødkode</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>See “Sign-in” and “Settings”.</source>
        <translation>Se “Login” og “Indstillinger”.</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>Six-digit code</source>
        <translation>Sekscifret kode</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
</context>
<context>
    <name>CrashSheet</name>
    <message>
        <source>Genoseal made a mistake</source>
        <translation>Genoseal lavede en fejl</translation>
    </message>
    <message>
        <source>This is a bug in the program, not in your files. Nothing was sent because of it, and what is on its way keeps its place. The report below holds places in the program and nothing of your data; it stays on this computer unless you pass it on.</source>
        <translation>Det er en fejl i programmet, ikke i dine filer. Intet blev sendt på grund af den, og det, der er undervejs, beholder sin plads. Rapporten nedenfor indeholder steder i programmet og intet af dine data; den bliver på denne computer, medmindre du giver den videre.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Kopiér rapporten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsæt</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSheet</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostik</translation>
    </message>
    <message>
        <source>This is all that would be saved. Read it first.</source>
        <translation>Dette er alt, hvad der ville blive gemt. Læs det først.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Gem…</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Add VCF files</source>
        <translation>Tilføj VCF-filer</translation>
    </message>
    <message>
        <source>Drop files or a folder here, or press Enter to choose files</source>
        <translation>Slip filer eller en mappe her, eller tryk Enter for at vælge filer</translation>
    </message>
    <message>
        <source>Drop VCF files or a folder here</source>
        <translation>Slip VCF-filer eller en mappe her</translation>
    </message>
    <message>
        <source>Sample names are replaced before anything leaves this computer. The originals are not changed.</source>
        <translation>Prøvenavne erstattes, før noget forlader denne computer. Originalerne ændres ikke.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Vælg filer…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Vælg en mappe…</translation>
    </message>
    <message>
        <source>Choose VCF files</source>
        <translation>Vælg VCF-filer</translation>
    </message>
    <message>
        <source>VCF files (*.vcf *.vcf.gz *.vcf.bgz *.bcf)</source>
        <translation>VCF-filer (*.vcf *.vcf.gz *.vcf.bgz *.bcf)</translation>
    </message>
    <message>
        <source>Choose a folder with VCF files</source>
        <translation>Vælg en mappe med VCF-filer</translation>
    </message>
</context>
<context>
    <name>Dropped</name>
    <message>
        <source>%1 with a FILTER that is not passed</source>
        <translation>%1 med et FILTER, der ikke er bestået</translation>
    </message>
    <message>
        <source>%1 without an alternate allele</source>
        <translation>%1 uden alternativ allel</translation>
    </message>
    <message>
        <source>%1 symbolic or breakends</source>
        <translation>%1 symbolske eller brudender</translation>
    </message>
    <message>
        <source>%1 with several alternate alleles</source>
        <translation>%1 med flere alternative alleler</translation>
    </message>
    <message>
        <source>%1 with letters other than A, C, G, T</source>
        <translation>%1 med andre bogstaver end A, C, G, T</translation>
    </message>
    <message>
        <source>%1 insertions or deletions</source>
        <translation>%1 insertioner eller deletioner</translation>
    </message>
    <message>
        <source>%1 with several bases at once</source>
        <translation>%1 med flere baser på en gang</translation>
    </message>
    <message>
        <source>%1 with the same allele twice</source>
        <translation>%1 med den samme allel to gange</translation>
    </message>
    <message>
        <source>%1 in regions that are left out</source>
        <translation>%1 i områder, der udelades</translation>
    </message>
    <message>
        <source>%1 not on the site list</source>
        <translation>%1 ikke på listen over positioner</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 dubletter</translation>
    </message>
    <message>
        <source>%1 that nobody carries</source>
        <translation>%1 som ingen bærer</translation>
    </message>
    <message>
        <source>%1 too rare</source>
        <translation>%1 for sjældne</translation>
    </message>
    <message>
        <source>%1 at a bound of PAR</source>
        <translation>%1 på en grænse af PAR</translation>
    </message>
    <message>
        <source>%1 on other chromosomes</source>
        <translation>%1 på andre kromosomer</translation>
    </message>
    <message>
        <source>%1 with a mistake</source>
        <translation>%1 med en fejl</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Genoseal keeps trying by itself.</source>
        <translation>Genoseal bliver ved med at prøve af sig selv.</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Kode %1</translation>
    </message>
    <message>
        <source>longer than a day</source>
        <translation>længere end et døgn</translation>
    </message>
    <message>
        <source>a few minutes</source>
        <translation>nogle få minutter</translation>
    </message>
    <message>
        <source>Choose another folder or another name.</source>
        <translation>Vælg en anden mappe eller et andet navn.</translation>
    </message>
    <message>
        <source>Choose a longer one; several plain words are good. Your helpdesk knows the rules.</source>
        <translation>Vælg en længere; flere almindelige ord er godt. Din helpdesk kender reglerne.</translation>
    </message>
    <message>
        <source>Sign in with it. Lost the phone? Sign in with a recovery code, then set up another phone under “Sign-in”.</source>
        <translation>Log ind med den. Telefonen væk? Log ind med en nødkode, og sæt en anden telefon op under “Login”.</translation>
    </message>
    <message>
        <source>Make room on the disk, or ask IT whether you may write there.</source>
        <translation>Skaf plads på disken, eller spørg IT, om du må skrive der.</translation>
    </message>
    <message>
        <source>Choose “Send” again: the review shows the statement that counts now.</source>
        <translation>Vælg “Send” igen: gennemsynet viser den erklæring, der gælder nu.</translation>
    </message>
    <message>
        <source>Choose “Send” again: the review shows what the service offers.</source>
        <translation>Vælg “Send” igen: gennemsynet viser, hvad tjenesten tilbyder.</translation>
    </message>
    <message>
        <source>All files of one job need the same samples. Send the others as a job of their own.</source>
        <translation>Alle filer i et job skal have de samme prøver. Send de andre som et job for sig.</translation>
    </message>
    <message>
        <source>Choose “Try again”: the piece is sent again.</source>
        <translation>Vælg “Prøv igen”: stykket sendes igen.</translation>
    </message>
    <message>
        <source>Choose “Try again”: the same bytes are sent again from the start.</source>
        <translation>Vælg “Prøv igen”: de samme bytes sendes igen fra begyndelsen.</translation>
    </message>
    <message>
        <source>Look at “Jobs” and “Send”, then try again.</source>
        <translation>Se under “Job” og “Send”, og prøv igen.</translation>
    </message>
    <message>
        <source>Open “Jobs” and choose “Refresh”.</source>
        <translation>Åbn “Job”, og vælg “Opdatér”.</translation>
    </message>
    <message>
        <source>Ask your IT department for the sign-in, and give it under “Settings”, “Sign-in of the proxy”.</source>
        <translation>Spørg IT om login, og angiv det under “Indstillinger”, “Proxyens login”.</translation>
    </message>
    <message>
        <source>Correct it under “Settings”, “Proxy”, or ask your IT department for the right one.</source>
        <translation>Ret den under “Indstillinger”, “Proxy”, eller spørg IT om den rigtige.</translation>
    </message>
    <message>
        <source>It takes up what is here too; the page “Send” shows how far it is.</source>
        <translation>Det tager også det, der er her, med; siden “Send” viser, hvor langt det er.</translation>
    </message>
    <message>
        <source>Choose files that hold chromosomes which the rules send.</source>
        <translation>Vælg filer med kromosomer, som reglerne sender.</translation>
    </message>
    <message>
        <source>Cancel or delete the job itself under “Jobs”.</source>
        <translation>Annullér eller slet selve jobbet under “Job”.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then choose “Continue” on the page “Send”.</source>
        <translation>Luk andre programmer for at frigøre hukommelse, og vælg “Fortsæt” på siden “Send”.</translation>
    </message>
    <message>
        <source>Try again later; sending goes on where it stopped.</source>
        <translation>Prøv igen senere; afsendelsen fortsætter, hvor den slap.</translation>
    </message>
    <message>
        <source>Talk to your institution&apos;s helpdesk.</source>
        <translation>Tal med din institutions helpdesk.</translation>
    </message>
    <message>
        <source>Bring the backup of that computer with “Settings”, “Bring back…”.</source>
        <translation>Hent den computers sikkerhedskopi med “Indstillinger”, “Hent tilbage…”.</translation>
    </message>
    <message>
        <source>Choose the folder that “Settings”, “Back up…” wrote.</source>
        <translation>Vælg den mappe, som “Indstillinger”, “Sikkerhedskopiér…” skrev.</translation>
    </message>
    <message>
        <source>Choose the list as a VCF, or as a table with CHROM, POS, REF and ALT.</source>
        <translation>Vælg listen som VCF eller som en tabel med CHROM, POS, REF og ALT.</translation>
    </message>
    <message>
        <source>Convert it to VCF with bcftools, or read it on Linux or macOS.</source>
        <translation>Omdan den til VCF med bcftools, eller læs den på Linux eller macOS.</translation>
    </message>
    <message>
        <source>Open “Settings” and choose “Check now”; it says what to change.</source>
        <translation>Åbn “Indstillinger”, og vælg “Kontrollér nu”; der står, hvad der skal ændres.</translation>
    </message>
    <message>
        <source>Tick “Keep the pseudonyms, do not put names back” and fetch them again; tell the helpdesk the code.</source>
        <translation>Sæt hak ved “Behold pseudonymerne, sæt ikke navne tilbage”, og hent dem igen; sig koden til helpdesk.</translation>
    </message>
    <message>
        <source>Open “Sign-in” and sign in there.</source>
        <translation>Åbn “Login”, og log ind der.</translation>
    </message>
    <message>
        <source>Open the profile that your institution gave you under “Settings”, or try practice mode under “Help”.</source>
        <translation>Åbn profilen fra din institution under “Indstillinger”, eller prøv øvelsestilstand under “Hjælp”.</translation>
    </message>
    <message>
        <source>Bring the map with “Settings”, “Pseudonym maps”.</source>
        <translation>Hent kortet under “Indstillinger”, “Pseudonymkort”.</translation>
    </message>
    <message>
        <source>Open “Sign-in”; the card “Kept on this computer” says what to do.</source>
        <translation>Åbn “Login”; kortet “Gemt på denne computer” siger, hvad du skal gøre.</translation>
    </message>
    <message>
        <source>Choose the file in the list to see what to change.</source>
        <translation>Vælg filen på listen for at se, hvad der skal ændres.</translation>
    </message>
    <message>
        <source>Open “Activity” and choose “Verify”.</source>
        <translation>Åbn “Aktivitet”, og vælg “Kontrollér”.</translation>
    </message>
    <message>
        <source>Open “Help”; the diagnostics there say more.</source>
        <translation>Åbn “Hjælp”; diagnostikken dér siger mere.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igen</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>Kontrollér denne computer</translation>
    </message>
    <message>
        <source>Call the helpdesk…</source>
        <translation>Ring til helpdesk…</translation>
    </message>
    <message>
        <source>Open a profile…</source>
        <translation>Åbn en profil…</translation>
    </message>
    <message>
        <source>Open “Sign-in”</source>
        <translation>Åbn “Login”</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Log ind…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Vælg filer…</translation>
    </message>
    <message>
        <source>Open “Settings”</source>
        <translation>Åbn “Indstillinger”</translation>
    </message>
</context>
<context>
    <name>Factor</name>
    <message>
        <source>The code matches. Continue.</source>
        <translation>Koden passer. Fortsæt.</translation>
    </message>
    <message>
        <source>That is fewer than six digits. Keep typing.</source>
        <translation>Det er færre end seks cifre. Skriv videre.</translation>
    </message>
    <message>
        <source>This code belongs to another account or an old entry. Check that the app shows exactly “%1”, and use that entry.</source>
        <translation>Denne kode hører til en anden konto eller en gammel post. Kontrollér, at appen viser præcis “%1”, og brug den post.</translation>
    </message>
    <message>
        <source>That code was right a moment ago. Type the one the app shows now.</source>
        <translation>Koden var rigtig for et øjeblik siden. Skriv den, appen viser nu.</translation>
    </message>
    <message>
        <source>This code has been used already. Wait for the next one and type that.</source>
        <translation>Denne kode er allerede brugt. Vent på den næste, og skriv den.</translation>
    </message>
    <message>
        <source>The code is right for this computer, but not for the service: one of the two clocks is off. Check this computer&apos;s date and time, then type a new code.</source>
        <translation>Koden er rigtig for denne computer, men ikke for tjenesten: et af de to ure går forkert. Kontrollér computerens dato og tid, og skriv en ny kode.</translation>
    </message>
    <message>
        <source>(Message %1)</source>
        <translation>(Besked %1)</translation>
    </message>
    <message>
        <source>On the phone turn on “Set time automatically”, then type a new code.</source>
        <translation>Slå “Indstil tid automatisk” til på telefonen, og skriv en ny kode.</translation>
    </message>
</context>
<context>
    <name>FactorWizard</name>
    <message>
        <source>On the phone with the helpdesk? Tell them the step number.</source>
        <translation>Taler du med helpdesk? Sig trinnets nummer.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Take out of the list what does not belong to this job, and send it afterwards.</source>
        <translation>Tag det, der ikke hører til dette job, ud af listen, og send det bagefter.</translation>
    </message>
</context>
<context>
    <name>FinishedStep</name>
    <message>
        <source>Finished</source>
        <translation>Færdig</translation>
    </message>
    <message>
        <source>The six-digit code is active. You are signed in.</source>
        <translation>Den sekscifrede kode er aktiv. Du er logget ind.</translation>
    </message>
    <message>
        <source>From now on signing in asks for your password and the code that the app shows.</source>
        <translation>Fra nu af beder login om din adgangskode og den kode, appen viser.</translation>
    </message>
    <message>
        <source>Phone lost? Sign in with a recovery code, then set up the new phone under “Sign-in”.</source>
        <translation>Telefonen væk? Log ind med en nødkode, og sæt den nye telefon op under “Login”.</translation>
    </message>
    <message>
        <source>To practise, sign out and in again now, while the helpdesk is still on the line.</source>
        <translation>Øv dig ved at logge ud og ind igen nu, mens helpdesk stadig er i røret.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Færdig</translation>
    </message>
</context>
<context>
    <name>FirstRunWizard</name>
    <message>
        <source>You can close this and go on later.</source>
        <translation>Du kan lukke og fortsætte senere.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Setting up the six-digit code: one page for the helpdesk</source>
        <translation>Opsætning af den sekscifrede kode: én side til helpdesk</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Trin %1</translation>
    </message>
    <message>
        <source>If it does not work</source>
        <translation>Hvis det ikke virker</translation>
    </message>
    <message>
        <source>Ask first: “Which step number is at the top of the window?” Never ask for the picture, the key or a code.</source>
        <translation>Spørg først: “Hvilket trinnummer står øverst i vinduet?” Bed aldrig om billedet, nøglen eller en kode.</translation>
    </message>
    <message>
        <source>Phone ready? Screen sharing off? Is the clock line green? Type the invitation code.</source>
        <translation>Telefonen klar? Skærmdeling slået fra? Er linjen om uret grøn? Skriv invitationskoden.</translation>
    </message>
    <message>
        <source>Press “Show”, scan. The app must show exactly what the box says. No camera: type the key.</source>
        <translation>Tryk “Vis”, scan. Appen skal vise præcis det, der står i feltet. Intet kamera: skriv nøglen.</translation>
    </message>
    <message>
        <source>Type six digits. Read the message&apos;s number to us: 3-A to 3-E.</source>
        <translation>Skriv seks cifre. Læs beskedens nummer op: 3-A til 3-E.</translation>
    </message>
    <message>
        <source>Print, or copy into a password manager. Never photograph, never mail.</source>
        <translation>Print, eller kopiér til en adgangskodehusker. Aldrig foto, aldrig mail.</translation>
    </message>
    <message>
        <source>Type one recovery code from the sheet. It is not used up.</source>
        <translation>Skriv én nødkode fra arket. Den bruges ikke op.</translation>
    </message>
    <message>
        <source>3-A  fewer than six digits: keep typing</source>
        <translation>3-A  færre end seks cifre: skriv videre</translation>
    </message>
    <message>
        <source>3-B  wrong account or an old entry: compare the label in the app with step 2</source>
        <translation>3-B  forkert konto eller gammel post: sammenlign appens tekst med trin 2</translation>
    </message>
    <message>
        <source>3-C  right at another time: on the phone, set date and time to automatic</source>
        <translation>3-C  rigtig på et andet tidspunkt: sæt telefonens dato og tid til automatisk</translation>
    </message>
    <message>
        <source>3-D  code used already: wait for the next</source>
        <translation>3-D  koden er brugt: vent på den næste</translation>
    </message>
    <message>
        <source>3-E  this computer&apos;s or the service&apos;s clock is off: check date and time here</source>
        <translation>3-E  computerens eller tjenestens ur går forkert: kontrollér dato og tid her</translation>
    </message>
    <message>
        <source>Lost phone: sign in with a recovery code, then “Set up another phone”.</source>
        <translation>Telefonen væk: log ind med en nødkode, derefter “Sæt en anden telefon op”.</translation>
    </message>
    <message>
        <source>No codes left: check the identity, then two people reset the account.</source>
        <translation>Ingen koder tilbage: kontrollér identiteten, derefter nulstiller to personer kontoen.</translation>
    </message>
</context>
<context>
    <name>HandOverCard</name>
    <message>
        <source>Preparing for the second person</source>
        <translation>Forbereder til den anden person</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Åbn mappen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Færdig</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Intet forlader denne computer.</translation>
    </message>
    <message>
        <source>Ready for the second person</source>
        <translation>Klar til den anden person</translation>
    </message>
    <message>
        <source>Give this folder to the second person. They open it in Genoseal under “Send”, “Approve for somebody else…”, read the report, and give you “%1” back. Then choose “Send” here again, with the same files.</source>
        <translation>Giv denne mappe til den anden person. Vedkommende åbner den i Genoseal under “Send”, “Godkend for en anden…”, læser rapporten og giver dig “%1” tilbage. Vælg så “Send” her igen med de samme filer.</translation>
    </message>
    <message>
        <source>The rules let the folder lie here until %1.</source>
        <translation>Efter reglerne må mappen ligge her indtil %1.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Hjælp</translation>
    </message>
    <message>
        <source>Step by step, and what to tell the helpdesk.</source>
        <translation>Trin for trin, og hvad du siger til helpdesk.</translation>
    </message>
    <message>
        <source>Practice mode</source>
        <translation>Øvelsestilstand</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>Copy support code</source>
        <translation>Kopiér supportkode</translation>
    </message>
    <message>
        <source>One page for the helpdesk</source>
        <translation>Én side til helpdesk</translation>
    </message>
    <message>
        <source>The six steps of the six-digit code with pictures of this window, and what each message means.</source>
        <translation>De seks trin til den sekscifrede kode med billeder af dette vindue, og hvad hver besked betyder.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Gem som PDF…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostik</translation>
    </message>
    <message>
        <source>Versions, checks and message codes for the helpdesk. You see all of it before it is saved; it holds no name, path or file content.</source>
        <translation>Versioner, kontroller og beskedkoder til helpdesk. Du ser det hele, før det gemmes; der er intet navn, ingen sti og intet filindhold i det.</translation>
    </message>
    <message>
        <source>Show diagnostics…</source>
        <translation>Vis diagnostik…</translation>
    </message>
    <message>
        <source>From your files to results</source>
        <translation>Fra dine filer til resultater</translation>
    </message>
    <message>
        <source>Drop your files under “Send”</source>
        <translation>Slip dine filer under “Send”</translation>
    </message>
    <message>
        <source>VCF, compressed VCF or BCF. They are looked into on this computer; a red “Needs you” says what to change.</source>
        <translation>VCF, komprimeret VCF eller BCF. De undersøges på denne computer; et rødt “Kræver handling” siger, hvad der skal ændres.</translation>
    </message>
    <message>
        <source>Review and confirm</source>
        <translation>Gennemse og bekræft</translation>
    </message>
    <message>
        <source>You see what identifies somebody, what leaves, and confirm the consent.</source>
        <translation>Du ser, hvad der identificerer nogen, hvad der sendes, og bekræfter samtykket.</translation>
    </message>
    <message>
        <source>Wait, or close the window</source>
        <translation>Vent, eller luk vinduet</translation>
    </message>
    <message>
        <source>Sending survives breaks, sleep and a restart; it goes on where it stopped.</source>
        <translation>Afsendelsen tåler afbrydelser, dvale og genstart; den fortsætter, hvor den slap.</translation>
    </message>
    <message>
        <source>Fetch the results</source>
        <translation>Hent resultaterne</translation>
    </message>
    <message>
        <source>They are checked, opened and get the original names back, on this computer only.</source>
        <translation>De kontrolleres, åbnes og får de oprindelige navne tilbage, kun på denne computer.</translation>
    </message>
    <message>
        <source>Delete the job</source>
        <translation>Slet jobbet</translation>
    </message>
    <message>
        <source>The service deletes by itself after its time, or at once under “Jobs”, and signs that it did.</source>
        <translation>Tjenesten sletter selv, når tiden er gået, eller straks under “Job”, og underskriver, at den gjorde det.</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>Afslut øvelse</translation>
    </message>
    <message>
        <source>Start practice</source>
        <translation>Start øvelse</translation>
    </message>
    <message>
        <source>On. Everything you do is rehearsal and ends with it.</source>
        <translation>Slået til. Alt, hvad du gør, er en øvelse og slutter med den.</translation>
    </message>
    <message>
        <source>A whole receiving service on this computer, with one click. Try everything with your own files; nothing leaves.</source>
        <translation>En hel modtagetjeneste på denne computer med ét klik. Prøv alt med dine egne filer; intet forlader computeren.</translation>
    </message>
    <message>
        <source>No profile is installed yet that could name a helpdesk. Ask your local IT.</source>
        <translation>Der er endnu ikke installeret en profil, der kunne nævne en helpdesk. Spørg din lokale it-afdeling.</translation>
    </message>
    <message>
        <source>Your institution&apos;s profile names no helpdesk. Ask your local IT.</source>
        <translation>Din institutions profil nævner ingen helpdesk. Spørg din lokale it-afdeling.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopieret: %1</translation>
    </message>
    <message>
        <source>Save the helpdesk&apos;s page</source>
        <translation>Gem siden til helpdesk</translation>
    </message>
    <message>
        <source>The page is saved.</source>
        <translation>Siden er gemt.</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Gem diagnostik</translation>
    </message>
    <message>
        <source>Saved. Nothing was sent; mail the file yourself.</source>
        <translation>Gemt. Intet blev sendt; mail selv filen.</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Sent %1</source>
        <translation>Sendt %1</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>Kvittering…</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Attest…</translation>
    </message>
    <message>
        <source>Cancel job…</source>
        <translation>Annuller job…</translation>
    </message>
    <message>
        <source>Get results…</source>
        <translation>Hent resultater…</translation>
    </message>
    <message>
        <source>Delete now…</source>
        <translation>Slet nu…</translation>
    </message>
    <message>
        <source>Job of %1</source>
        <translation>Job fra %1</translation>
    </message>
    <message>
        <source>Deleted at the service; its signed certificate is verified and kept here.</source>
        <translation>Slettet hos tjenesten; dens underskrevne attest er kontrolleret og gemt her.</translation>
    </message>
    <message>
        <source>Deleted, says the service. Its certificate proves who said so.</source>
        <translation>Slettet, siger tjenesten. Dens attest viser, hvem der sagde det.</translation>
    </message>
    <message>
        <source>The service deletes it when it is finished and its time is over.</source>
        <translation>Tjenesten sletter det, når det er færdigt og tiden er gået.</translation>
    </message>
    <message>
        <source>Deleted at the service in %1.</source>
        <translation>Slettes hos tjenesten om %1.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Venter</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Kører</translation>
    </message>
    <message>
        <source>Results ready</source>
        <translation>Resultater klar</translation>
    </message>
    <message>
        <source>Opened here</source>
        <translation>Åbnet her</translation>
    </message>
    <message>
        <source>Names restored</source>
        <translation>Navne sat tilbage</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislykket</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulleret</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Slettet</translation>
    </message>
    <message>
        <source>Certificate verified</source>
        <translation>Attest kontrolleret</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… og %1 mere</translation>
    </message>
</context>
<context>
    <name>JobChoices</name>
    <message>
        <source>What the service does</source>
        <translation>Hvad tjenesten gør</translation>
    </message>
    <message>
        <source>the service&apos;s own</source>
        <translation>tjenestens eget valg</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Show older jobs (%1)</source>
        <translation>Vis ældre job (%1)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>What the service does with your data, and when it deletes it.</source>
        <translation>Hvad tjenesten gør med dine data, og hvornår den sletter dem.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Opdatér</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Ingen job endnu</translation>
    </message>
    <message>
        <source>What you send under “Send” appears here.</source>
        <translation>Det, du sender under “Send”, vises her.</translation>
    </message>
    <message>
        <source>Open “Send”</source>
        <translation>Åbn “Send”</translation>
    </message>
    <message>
        <source>Cancel this job?</source>
        <translation>Vil du annullere dette job?</translation>
    </message>
    <message>
        <source>The service is asked to stop working on it. There will be no results; to get them you would send the files again. What you sent stays there, sealed, until you choose “Delete now” or its time is over.</source>
        <translation>Tjenesten bliver bedt om at holde op med at arbejde på det. Der kommer ingen resultater; for at få dem skal du sende filerne igen. Det, du har sendt, bliver forseglet liggende der, indtil du vælger “Slet nu”, eller tiden er gået.</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Annuller jobbet</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Lad det fortsætte</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Annulleres</translation>
    </message>
    <message>
        <source>Delete this job at the service now?</source>
        <translation>Slet dette job hos tjenesten nu?</translation>
    </message>
    <message>
        <source>Your sealed files, working copies and results there are deleted, and the service signs a certificate for it. Results you have not downloaded are gone.</source>
        <translation>Dine forseglede filer, arbejdskopier og resultater dér slettes, og tjenesten underskriver et bevis. Resultater, du ikke har hentet, er væk.</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>Slet nu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Deletion asked</source>
        <translation>Sletning ønsket</translation>
    </message>
    <message>
        <source>The service has taken the cancelling. What you sent stays there, sealed, until you choose “Delete now” or its time is over.</source>
        <translation>Tjenesten har taget imod annulleringen. Det, du har sendt, bliver forseglet liggende der, indtil du vælger “Slet nu”, eller tiden er gået.</translation>
    </message>
    <message numerus="yes">
        <source>The service states, signed, that it deleted %n thing(s) of this job.</source>
        <translation>
            <numerusform>Tjenesten erklærer underskrevet, at den slettede %n ting af dette job.</numerusform>
            <numerusform>Tjenesten erklærer underskrevet, at den slettede %n ting af dette job.</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>kl. %1</translation>
    </message>
    <message>
        <source>Certificate verified and kept</source>
        <translation>Bevis kontrolleret og gemt</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Gem kvitteringen</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Gem attesten</translation>
    </message>
    <message>
        <source>The copy is saved. It can be verified without the service.</source>
        <translation>Kopien er gemt. Den kan kontrolleres uden tjenesten.</translation>
    </message>
</context>
<context>
    <name>KeysStep</name>
    <message>
        <source>Keys and their backup</source>
        <translation>Nøgler og sikkerhedskopi</translation>
    </message>
    <message>
        <source>Each job gets a key of its own. Only this computer can open its results.</source>
        <translation>Hvert job får sin egen nøgle. Kun denne computer kan åbne resultaterne.</translation>
    </message>
    <message>
        <source>A pseudonym map, made with the first job, brings the names back.</source>
        <translation>Et pseudonymkort, lavet med det første job, bringer navnene tilbage.</translation>
    </message>
    <message>
        <source>After your first job, back both up under “Settings”. Without a backup they are lost with this computer.</source>
        <translation>Sikkerhedskopiér begge dele under “Indstillinger” efter dit første job. Uden kopi går de tabt med denne computer.</translation>
    </message>
    <message>
        <source>They are protected by this computer&apos;s keyring.</source>
        <translation>De er beskyttet af denne computers nøglering.</translation>
    </message>
    <message>
        <source>They are protected by a vault under your passphrase.</source>
        <translation>De er beskyttet af et pengeskab under din adgangssætning.</translation>
    </message>
    <message>
        <source>They are kept in memory only and end with this window.</source>
        <translation>De ligger kun i hukommelsen og forsvinder med dette vindue.</translation>
    </message>
</context>
<context>
    <name>LocalCopiesCard</name>
    <message>
        <source>Remove them…</source>
        <translation>Fjern dem…</translation>
    </message>
    <message>
        <source>Prepared files on this computer</source>
        <translation>Forberedte filer på denne computer</translation>
    </message>
    <message>
        <source>These were prepared for a second person or with the command, and the rules let them lie here no longer. What was changed since then is left alone.</source>
        <translation>Disse blev forberedt til en anden person eller med kommandoen, og efter reglerne må de ikke ligge her længere. Det, der er ændret siden, røres ikke.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed.</source>
        <translation>
            <numerusform>%n fil fjernet.</numerusform>
            <numerusform>%n filer fjernet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing lies here longer than the rules let it.</source>
        <translation>Intet ligger her længere, end reglerne tillader.</translation>
    </message>
    <message>
        <source>to be kept until %1</source>
        <translation>Frist: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more folder(s)</source>
        <translation>
            <numerusform>… og %n mappe mere</numerusform>
            <numerusform>… og %n mapper mere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n prepared file(s) from this computer?</source>
        <translation>
            <numerusform>Fjern %n forberedt fil fra denne computer?</numerusform>
            <numerusform>Fjern %n forberedte filer fra denne computer?</numerusform>
        </translation>
    </message>
    <message>
        <source>The files that you prepared them from, the results and the pseudonym maps stay.</source>
        <translation>Filerne, de blev forberedt fra, resultaterne og pseudonymkortene bliver.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behold dem</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting the practice service. This takes a few seconds …</source>
        <translation>Starter øvelsestjenesten. Det tager et par sekunder …</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultater</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjælp</translation>
    </message>
    <message>
        <source>Practice mode. Nothing leaves this computer; the service is a rehearsal.</source>
        <translation>Øvelsestilstand. Intet forlader denne computer; tjenesten er en øvelse.</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>Afslut øvelse</translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation>Profil %1</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Recovery codes</source>
        <translation>Nødkoder</translation>
    </message>
    <message>
        <source>Each code works once. Keep this sheet where you keep your passport. Never photograph or mail it.</source>
        <translation>Hver kode virker én gang. Opbevar arket samme sted som dit pas. Fotografér eller mail det aldrig.</translation>
    </message>
</context>
<context>
    <name>PassphraseSheet</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Vælg en adgangssætning</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>Pengeskabets adgangssætning</translation>
    </message>
    <message>
        <source>It protects what Genoseal keeps on this computer: your sign-in, the pseudonym maps and the keys to your results. Nobody can recover it for you.</source>
        <translation>Den beskytter, hvad Genoseal gemmer på denne computer: dit login, pseudonymkortene og nøglerne til dine resultater. Ingen kan genskabe den for dig.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Adgangssætning igen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Brug denne adgangssætning</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>At least twelve characters, twice the same.</source>
        <translation>Mindst tolv tegn, to gange ens.</translation>
    </message>
</context>
<context>
    <name>PasswordSheet</name>
    <message>
        <source>Change the password</source>
        <translation>Skift adgangskoden</translation>
    </message>
    <message>
        <source>Other computers are signed out.</source>
        <translation>Andre computere logges ud.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Skift</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Nuværende adgangskode</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Ny adgangskode</translation>
    </message>
    <message>
        <source>Code that the app shows now</source>
        <translation>Koden, som appen viser nu</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>%n tegn mere</numerusform>
            <numerusform>%n tegn mere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n of: small letters, capitals, digits, other signs.</source>
        <translation>
            <numerusform>Brug mindst %n af: små bogstaver, store bogstaver, cifre, andre tegn.</numerusform>
            <numerusform>Brug mindst %n af: små bogstaver, store bogstaver, cifre, andre tegn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Long enough.</source>
        <translation>Lang nok.</translation>
    </message>
</context>
<context>
    <name>ProfileSheet</name>
    <message>
        <source>Open your institution&apos;s profile</source>
        <translation>Åbn din institutions profil</translation>
    </message>
    <message>
        <source>It tells Genoseal where to send and how the service proves who it is. Type the fingerprint from paper or from your institution&apos;s own page, not from a mail that came with the file.</source>
        <translation>Den fortæller Genoseal, hvor der skal sendes, og hvordan tjenesten beviser, hvem den er. Skriv fingeraftrykket fra papir eller fra institutionens egen side, ikke fra en mail, der kom med filen.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Vælg filen…</translation>
    </message>
    <message>
        <source>Fingerprint of the institution&apos;s key: four groups of four</source>
        <translation>Fingeraftryk af institutionens nøgle: fire grupper a fire</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Compare and install</source>
        <translation>Sammenlign og installér</translation>
    </message>
    <message>
        <source>Choose the profile</source>
        <translation>Vælg profilen</translation>
    </message>
    <message>
        <source>Profiles (*.toml);;All files (*)</source>
        <translation>Profiler (*.toml);;Alle filer (*)</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Ingen fil valgt</translation>
    </message>
    <message>
        <source>Open the vault…</source>
        <translation>Åbn pengeskabet…</translation>
    </message>
    <message>
        <source>Use a passphrase…</source>
        <translation>Brug en adgangssætning…</translation>
    </message>
</context>
<context>
    <name>ProfileStep</name>
    <message>
        <source>Your institution</source>
        <translation>Din institution</translation>
    </message>
    <message>
        <source>Your institution gives you a profile: a small file that says where to send and how the service proves who it is. Its fingerprint comes on paper or from the institution&apos;s own page.</source>
        <translation>Din institution giver dig en profil: en lille fil, der siger, hvor der skal sendes, og hvordan tjenesten beviser, hvem den er. Fingeraftrykket kommer på papir eller fra institutionens egen side.</translation>
    </message>
    <message>
        <source>Open the profile…</source>
        <translation>Åbn profilen…</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installeret</translation>
    </message>
</context>
<context>
    <name>ProxySheet</name>
    <message>
        <source>Sign-in of the proxy</source>
        <translation>Proxyens login</translation>
    </message>
    <message>
        <source>Your network asks for it before it lets anything out. It is not your sign-in at the service.</source>
        <translation>Dit netværk beder om det, før det lukker noget ud. Det er ikke dit login hos tjenesten.</translation>
    </message>
    <message>
        <source>User name at the proxy</source>
        <translation>Brugernavn hos proxyen</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>Adgangskode hos proxyen</translation>
    </message>
    <message>
        <source>The password lies in the keyring or the vault, never in a file.</source>
        <translation>Adgangskoden ligger i nøgleringen eller pengeskabet, aldrig i en fil.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Glem det</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Gem</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code for the authenticator app</source>
        <translation>QR-kode til godkendelsesappen</translation>
    </message>
    <message>
        <source>Cannot scan it? Type the key beside it instead.</source>
        <translation>Kan du ikke scanne? Skriv nøglen ved siden af i stedet.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Skjult</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Checking</source>
        <translation>Undersøges</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Kræver handling</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Venter</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Forberedes</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Forseglet</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Sendes op</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Sendt op</translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation>Indsendes</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>På pause</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sendt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Udeladt</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Ikke sendt</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Annulleres</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulleret</translation>
    </message>
    <message>
        <source>Show what was found</source>
        <translation>Vis, hvad der blev fundet</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>Send first</source>
        <translation>Send først</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Fjern fra listen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fremdrift</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Handlinger</translation>
    </message>
    <message>
        <source>Looking into the file</source>
        <translation>Ser på filen</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Denne fil kan ikke læses.</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Intet blev sendt</translation>
    </message>
    <message>
        <source>%1, chosen by you</source>
        <translation>%1, valgt af dig</translation>
    </message>
    <message>
        <source>Choose the genome build</source>
        <translation>Vælg genomversionen</translation>
    </message>
    <message>
        <source>Another genome build than chosen</source>
        <translation>Anden genomversion end valgt</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Klar til at sende</translation>
    </message>
    <message>
        <source>Positions fit the other genome build</source>
        <translation>Positionerne passer til den anden genomversion</translation>
    </message>
    <message>
        <source>Has no chromosome that is sent</source>
        <translation>Har intet kromosom, der sendes</translation>
    </message>
    <message>
        <source>Choose the site list</source>
        <translation>Vælg positionslisten</translation>
    </message>
    <message>
        <source>See what to do</source>
        <translation>Se, hvad du gør</translation>
    </message>
    <message>
        <source>Replacing names, checking, sealing</source>
        <translation>Erstatter navne, kontrollerer, forsegler</translation>
    </message>
    <message>
        <source>Sealed on this computer</source>
        <translation>Forseglet her</translation>
    </message>
    <message>
        <source>At the service, still unreadable there</source>
        <translation>Hos tjenesten, stadig ulæselig dér</translation>
    </message>
    <message>
        <source>Handing over the key</source>
        <translation>Overdrager nøglen</translation>
    </message>
    <message>
        <source>The service confirmed it</source>
        <translation>Tjenesten bekræftede det</translation>
    </message>
    <message>
        <source>goes on where it stopped</source>
        <translation>fortsætter, hvor det slap</translation>
    </message>
    <message>
        <source>Nothing readable is left at the service</source>
        <translation>Intet læseligt er tilbage hos tjenesten</translation>
    </message>
    <message>
        <source>The policy leaves these chromosomes out</source>
        <translation>Politikken udelader disse kromosomer</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Venter på sin tur</translation>
    </message>
    <message>
        <source>identifiers removed</source>
        <translation>identifikatorer fjernet</translation>
    </message>
    <message>
        <source>chromosome %1</source>
        <translation>kromosom %1</translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Drop your files on the Send page. You will see what identifies somebody in them, and what leaves, before anything does.</source>
        <translation>Slip dine filer på siden Send. Du ser, hvad der identificerer nogen i dem, og hvad der sendes, før noget gør det.</translation>
    </message>
    <message>
        <source>To rehearse first, start practice mode under “Help”.</source>
        <translation>Vil du øve først, så start øvelsestilstand under “Hjælp”.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Receipt</source>
        <translation>Kvittering</translation>
    </message>
    <message>
        <source>The service states, signed, that it has these sealed files and that the job exists.</source>
        <translation>Tjenesten erklærer, underskrevet, at den har disse forseglede filer, og at jobbet findes.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjeneste</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Modtaget</translation>
    </message>
    <message>
        <source>Verified here</source>
        <translation>Kontrolleret her</translation>
    </message>
    <message>
        <source>Sealed files</source>
        <translation>Forseglede filer</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Aktivitetslog</translation>
    </message>
    <message>
        <source>vouched for up to line %1</source>
        <translation>bekræftet til og med linje %1</translation>
    </message>
    <message>
        <source>Sealed files with their SHA-256</source>
        <translation>Forseglede filer med deres SHA-256</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesPanel</name>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Vis</translation>
    </message>
    <message>
        <source>Copy for a password manager</source>
        <translation>Kopiér til en adgangskodehusker</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Skjul</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %n seconds.</source>
        <translation>
            <numerusform>Kopieret. Udklipsholderen tømmes om %n sekund.</numerusform>
            <numerusform>Kopieret. Udklipsholderen tømmes om %n sekunder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to the printer. Fetch the sheet now.</source>
        <translation>Sendt til printeren. Hent arket nu.</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesSheet</name>
    <message>
        <source>Your new recovery codes</source>
        <translation>Dine nye nødkoder</translation>
    </message>
    <message>
        <source>Each code works once. The old ones no longer count.</source>
        <translation>Hver kode virker én gang. De gamle gælder ikke mere.</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>Jeg har gemt dem</translation>
    </message>
    <message>
        <source>First print, show or copy them.</source>
        <translation>Print, vis eller kopiér dem først.</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesStep</name>
    <message>
        <source>Keep the recovery codes</source>
        <translation>Gem nødkoderne</translation>
    </message>
    <message>
        <source>Each code works once, for a day when the phone is lost. Print them or put them into a password manager, not into a file on this computer.</source>
        <translation>Hver kode virker én gang, den dag telefonen er væk. Print dem, eller læg dem i en adgangskodehusker, ikke i en fil på denne computer.</translation>
    </message>
</context>
<context>
    <name>RenewCodesSheet</name>
    <message>
        <source>Make new recovery codes</source>
        <translation>Lav nye nødkoder</translation>
    </message>
    <message>
        <source>The old codes stop working, and other computers are signed out. Type the code that your app shows now.</source>
        <translation>De gamle koder holder op med at virke, og andre computere logges ud. Skriv koden, som din app viser nu.</translation>
    </message>
    <message>
        <source>Make new codes</source>
        <translation>Lav nye koder</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Resultater</translation>
    </message>
    <message>
        <source>Verified, opened and with the original names. Only this computer can open them.</source>
        <translation>Kontrolleret, åbnet og med de oprindelige navne. Kun denne computer kan åbne dem.</translation>
    </message>
    <message>
        <source>Keep the pseudonyms, do not put names back</source>
        <translation>Behold pseudonymerne, sæt ikke navne tilbage</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Hentning</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>Ingen resultater endnu</translation>
    </message>
    <message>
        <source>When a job is finished, its results can be fetched here.</source>
        <translation>Når et job er færdigt, kan resultaterne hentes her.</translation>
    </message>
    <message>
        <source>Open “Jobs”</source>
        <translation>Åbn “Job”</translation>
    </message>
    <message>
        <source>Ready at the service</source>
        <translation>Klar hos tjenesten</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Åbn mappe</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Gem rapport…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>På denne computer</translation>
    </message>
    <message>
        <source>Sites by allele frequency</source>
        <translation>Positioner efter allelfrekvens</translation>
    </message>
    <message>
        <source>allele frequency</source>
        <translation>allelfrekvens</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>positioner</translation>
    </message>
    <message>
        <source>Allele frequency of the results against what was sent</source>
        <translation>Allelfrekvens i resultaterne mod det, der blev sendt</translation>
    </message>
    <message>
        <source>frequency sent</source>
        <translation>frekvens sendt</translation>
    </message>
    <message>
        <source>in the results</source>
        <translation>i resultaterne</translation>
    </message>
    <message>
        <source>Sites by call rate</source>
        <translation>Positioner efter kaldrate</translation>
    </message>
    <message>
        <source>call rate</source>
        <translation>kaldrate</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>Kort fortalt</translation>
    </message>
    <message>
        <source>Asking for the signed list of results …</source>
        <translation>Beder om den underskrevne resultatliste …</translation>
    </message>
    <message>
        <source>Where should the results go?</source>
        <translation>Hvor skal resultaterne hen?</translation>
    </message>
    <message>
        <source>Job of %1</source>
        <translation>Job fra %1</translation>
    </message>
    <message>
        <source>ready since %1</source>
        <translation>klar siden %1</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>Hent…</translation>
    </message>
    <message>
        <source>Fetch the results of %1</source>
        <translation>Hent resultaterne af %1</translation>
    </message>
    <message>
        <source>File %1 of %2</source>
        <translation>Fil %1 af %2</translation>
    </message>
    <message>
        <source>The service&apos;s signed list of results is empty: there is nothing to fetch.</source>
        <translation>Tjenestens underskrevne resultatliste er tom: der er intet at hente.</translation>
    </message>
    <message>
        <source>… and %1 more in the folder</source>
        <translation>… og %1 mere i mappen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) verified against the service&apos;s signed list and opened.</source>
        <translation>
            <numerusform>%n fil kontrolleret mod tjenestens underskrevne liste og åbnet.</numerusform>
            <numerusform>%n filer kontrolleret mod tjenestens underskrevne liste og åbnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The original names are back in %n of them.</source>
        <translation>
            <numerusform>De oprindelige navne er tilbage i %n af dem.</numerusform>
            <numerusform>De oprindelige navne er tilbage i %n af dem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n index(es) or checksum(s) stayed there: with the names back they would no longer fit.</source>
        <translation>
            <numerusform>%n indeks eller kontrolsum blev dér: med navnene tilbage ville den ikke passe mere.</numerusform>
            <numerusform>%n indekser eller kontrolsummer blev dér: med navnene tilbage ville de ikke passe mere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Results are here</source>
        <translation>Resultaterne er her</translation>
    </message>
    <message>
        <source>opened, names restored</source>
        <translation>åbnet, navne sat tilbage</translation>
    </message>
    <message>
        <source>opened, still with pseudonyms</source>
        <translation>åbnet, stadig med pseudonymer</translation>
    </message>
    <message>
        <source>opened, no names inside</source>
        <translation>åbnet, ingen navne i</translation>
    </message>
    <message>
        <source>mean call rate %1</source>
        <translation>gennemsnitlig kaldrate %1</translation>
    </message>
    <message>
        <source>allele frequencies of %1 of %2 compared sites are within 0.1 of what was sent</source>
        <translation>allelfrekvenserne i %1 af %2 sammenlignede positioner ligger inden for 0,1 af det, der blev sendt</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Gem rapporten</translation>
    </message>
    <message>
        <source>The report is saved: what was removed, kept and dropped, without any name.</source>
        <translation>Rapporten er gemt: hvad der blev fjernet, beholdt og udeladt, uden navne.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>The service would say: “%1”</source>
        <translation>Tjenesten ville sige: “%1”</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Review and send</source>
        <translation>Gennemse og send</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Hvad der blev fundet</translation>
    </message>
    <message>
        <source>Consent reference</source>
        <translation>Samtykkereference</translation>
    </message>
    <message>
        <source>for example H-21012345</source>
        <translation>for eksempel H-21012345</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>Send %n fil</numerusform>
            <numerusform>Send %n filer</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for the second person&apos;s approval.</source>
        <translation>Venter på den anden persons godkendelse.</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>Intet har forladt denne computer endnu.</translation>
    </message>
    <message numerus="yes">
        <source>file(s)</source>
        <translation>
            <numerusform>fil</numerusform>
            <numerusform>filer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sample name(s) become pseudonyms</source>
        <translation>
            <numerusform>prøvenavn bliver pseudonym</numerusform>
            <numerusform>prøvenavne bliver pseudonymer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record(s) will be sent, of %1 read</source>
        <translation>
            <numerusform>post sendes, af %1 læste</numerusform>
            <numerusform>poster sendes, af %1 læste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>identifying place(s) removed</source>
        <translation>
            <numerusform>identificerende sted fjernet</numerusform>
            <numerusform>identificerende steder fjernet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the list are not sent with these; they need you first.</source>
        <translation>
            <numerusform>%n fil på listen sendes ikke med; den kræver handling først.</numerusform>
            <numerusform>%n filer på listen sendes ikke med; de kræver handling først.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record(s) would be sent, of %1 read</source>
        <translation>
            <numerusform>post ville blive sendt, af %1 læste</numerusform>
            <numerusform>poster ville blive sendt, af %1 læste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Genome build %1: you chose it, for the header of %n file(s) does not say it.</source>
        <translation>
            <numerusform>Genomversion %1: valgt af dig, for hovedet i %n fil siger det ikke.</numerusform>
            <numerusform>Genomversion %1: valgt af dig, for hovederne i %n filer siger det ikke.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Genome build %1: you chose it, for the header of %n file(s) names both.</source>
        <translation>
            <numerusform>Genomversion %1: valgt af dig, for hovedet i %n fil nævner begge.</numerusform>
            <numerusform>Genomversion %1: valgt af dig, for hovederne i %n filer nævner begge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Genome build %1, according to the headers of the files.</source>
        <translation>Genomversion %1, ifølge filernes hoveder.</translation>
    </message>
    <message>
        <source>Well-known variants lie where the other build has them.</source>
        <translation>Velkendte varianter ligger, hvor den anden version har dem.</translation>
    </message>
    <message>
        <source>Compared with the site list</source>
        <translation>Sammenlignet med positionslisten</translation>
    </message>
    <message>
        <source>File to look at</source>
        <translation>Fil at se på</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Se på</translation>
    </message>
    <message>
        <source>I confirm the consent statement</source>
        <translation>Jeg bekræfter samtykkeerklæringen</translation>
    </message>
    <message>
        <source>I may send these data to this service.</source>
        <translation>Jeg må sende disse data til denne tjeneste.</translation>
    </message>
    <message>
        <source>A file number in capital letters and digits, such as H-21012345. No name, no date of birth.</source>
        <translation>Et sagsnummer med store bogstaver og cifre, for eksempel H-21012345. Intet navn, ingen fødselsdato.</translation>
    </message>
    <message>
        <source>Name, for you only</source>
        <translation>Navn, kun til dig</translation>
    </message>
    <message>
        <source>stays on this computer</source>
        <translation>bliver på denne computer</translation>
    </message>
    <message>
        <source>To send, confirm the statement at the end.</source>
        <translation>Bekræft erklæringen til sidst for at sende.</translation>
    </message>
    <message>
        <source>This service takes Crypt4GH, the format of the archives: your files are sealed with ChaCha20-Poly1305, which is not AES-256. Only the service can open them, as ever.</source>
        <translation>Denne tjeneste bruger Crypt4GH, arkivernes format: dine filer forsegles med ChaCha20-Poly1305, som ikke er AES-256. Kun tjenesten kan åbne dem, som altid.</translation>
    </message>
</context>
<context>
    <name>SecurityPage</name>
    <message>
        <source>Sign-in and security</source>
        <translation>Login og sikkerhed</translation>
    </message>
    <message>
        <source>How this computer proves that it is you.</source>
        <translation>Hvordan denne computer beviser, at det er dig.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Log ind…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Lås op…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Log ud</translation>
    </message>
    <message>
        <source>Six-digit code</source>
        <translation>Sekscifret kode</translation>
    </message>
    <message>
        <source>Set up another phone…</source>
        <translation>Sæt en anden telefon op…</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Nødkoder</translation>
    </message>
    <message>
        <source>Make new codes…</source>
        <translation>Lav nye koder…</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Gemt på denne computer</translation>
    </message>
    <message>
        <source>Use a passphrase…</source>
        <translation>Brug en adgangssætning…</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>Gem intet</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Adgangskode</translation>
    </message>
    <message>
        <source>Genoseal never keeps it. Change it here when your institution asks for that.</source>
        <translation>Genoseal gemmer den aldrig. Skift den her, når din institution beder om det.</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Skift adgangskoden…</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Ur</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kontrollér igen</translation>
    </message>
    <message>
        <source>What the service holds about me…</source>
        <translation>Hvad tjenesten har om mig…</translation>
    </message>
    <message>
        <source>This computer was lost…</source>
        <translation>Computeren er mistet…</translation>
    </message>
    <message>
        <source>Your computers</source>
        <translation>Dine computere</translation>
    </message>
    <message>
        <source>Sign in to see and change it.</source>
        <translation>Log ind for at se og ændre det.</translation>
    </message>
    <message>
        <source>Ten one-time codes for a day when the phone is lost.</source>
        <translation>Ti engangskoder til den dag, telefonen er væk.</translation>
    </message>
    <message>
        <source>Codes only match when this computer and the service agree about the time.</source>
        <translation>Koder passer kun, når denne computer og tjenesten er enige om tiden.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Et øjeblik …</translation>
    </message>
    <message>
        <source>First open the profile of your institution.</source>
        <translation>Åbn først din institutions profil.</translation>
    </message>
    <message>
        <source>Locked, because nobody used this window for a while.</source>
        <translation>Låst, fordi ingen brugte dette vindue et stykke tid.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>siden %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Logget ind som %1</translation>
    </message>
    <message>
        <source>Active. Signing in asks for the code of your authenticator app.</source>
        <translation>Aktiv. Login beder om koden fra din godkendelsesapp.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Ingen er logget ind.</translation>
    </message>
    <message numerus="yes">
        <source>Locks itself after %n minute(s) without use.</source>
        <translation>
            <numerusform>Låser sig selv efter %n minut uden brug.</numerusform>
            <numerusform>Låser sig selv efter %n minutter uden brug.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of 10 left.</source>
        <translation>
            <numerusform>%n af 10 tilbage.</numerusform>
            <numerusform>%n af 10 tilbage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make new ones before the last is used.</source>
        <translation>Lav nye, før den sidste er brugt.</translation>
    </message>
    <message>
        <source>Each works once, for a day when the phone is lost.</source>
        <translation>Hver virker én gang, den dag telefonen er væk.</translation>
    </message>
    <message>
        <source>Open the vault…</source>
        <translation>Åbn pengeskabet…</translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>Intet er gemt endnu.</translation>
    </message>
    <message>
        <source>Your sign-in and keys are kept in this computer&apos;s keyring.</source>
        <translation>Dit login og dine nøgler ligger i denne computers nøglering.</translation>
    </message>
    <message>
        <source>Your sign-in and keys are kept in a vault under your passphrase.</source>
        <translation>Dit login og dine nøgler ligger i et pengeskab under din adgangssætning.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in memory only. It ends with this window.</source>
        <translation>Dit login ligger kun i hukommelsen. Det forsvinder med dette vindue.</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Adgangskoden er skiftet.</translation>
    </message>
    <message>
        <source>Keep nothing on this computer?</source>
        <translation>Gem intet på denne computer?</translation>
    </message>
    <message>
        <source>You sign in each time. Files cannot be sent this way, because the map that brings the names back would be lost.</source>
        <translation>Du logger ind hver gang. Filer kan ikke sendes på denne måde, fordi kortet, der bringer navnene tilbage, ville gå tabt.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Asking the service for its time …</source>
        <translation>Spørger tjenesten om dens tid …</translation>
    </message>
    <message>
        <source>This computer and the service agree. Codes will match.</source>
        <translation>Denne computer og tjenesten er enige. Koder vil passe.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) off. Codes may be refused; have it put right.</source>
        <translation>
            <numerusform>Denne computers ur går %n sekund forkert. Koder kan blive afvist; få det rettet.</numerusform>
            <numerusform>Denne computers ur går %n sekunder forkert. Koder kan blive afvist; få det rettet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service&apos;s clock could not be asked.</source>
        <translation>Tjenestens ur kunne ikke spørges.</translation>
    </message>
    <message>
        <source>The service has not said yet which computers may use your account.</source>
        <translation>Tjenesten har endnu ikke sagt, hvilke computere der må bruge din konto.</translation>
    </message>
    <message>
        <source>Sign in to see the computers that may use your account.</source>
        <translation>Log ind for at se de computere, der må bruge din konto.</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>sidst brugt %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>denne computer</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Spær</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>Spær %1</translation>
    </message>
    <message>
        <source>Revoke this computer?</source>
        <translation>Spær denne computer?</translation>
    </message>
    <message>
        <source>“%1” is signed out at once and cannot sign in again by itself.</source>
        <translation>“%1” logges straks ud og kan ikke selv logge ind igen.</translation>
    </message>
    <message>
        <source>Was this computer lost or used by somebody else?</source>
        <translation>Blev denne computer mistet eller brugt af en anden?</translation>
    </message>
    <message>
        <source>It is revoked and signed out. What is on its way stops. Change your password from another computer and call your helpdesk.</source>
        <translation>Den spærres og logges ud. Det, der er undervejs, stopper. Skift din adgangskode fra en anden computer, og ring til din helpdesk.</translation>
    </message>
    <message>
        <source>Revoke this computer</source>
        <translation>Spær denne computer</translation>
    </message>
    <message>
        <source>This computer is revoked.</source>
        <translation>Denne computer er spærret.</translation>
    </message>
    <message>
        <source>What the service holds about you</source>
        <translation>Hvad tjenesten har om dig</translation>
    </message>
    <message>
        <source>As the service states it now.</source>
        <translation>Som tjenesten oplyser det nu.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Send data</source>
        <translation>Send data</translation>
    </message>
    <message>
        <source>Prepare, seal and send your files. Sending can be paused and goes on later.</source>
        <translation>Forbered, forsegl og send dine filer. Afsendelsen kan sættes på pause og fortsætter senere.</translation>
    </message>
    <message>
        <source>Try practice mode</source>
        <translation>Prøv øvelsestilstand</translation>
    </message>
    <message>
        <source>Approve for somebody else…</source>
        <translation>Godkend for en anden…</translation>
    </message>
    <message>
        <source>1  Checked here</source>
        <translation>1  Undersøges her</translation>
    </message>
    <message>
        <source>Your files are read on this computer only.</source>
        <translation>Dine filer læses kun på denne computer.</translation>
    </message>
    <message>
        <source>2  Names replaced, sealed</source>
        <translation>2  Navne erstattes, forsegles</translation>
    </message>
    <message>
        <source>You see what will leave before it leaves.</source>
        <translation>Du ser, hvad der sendes, før det sendes.</translation>
    </message>
    <message>
        <source>3  Sent and confirmed</source>
        <translation>3  Sendt og bekræftet</translation>
    </message>
    <message>
        <source>A signed receipt says what arrived.</source>
        <translation>En underskrevet kvittering siger, hvad der kom frem.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle filer</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Filer at sende</translation>
    </message>
    <message>
        <source>Clear finished…</source>
        <translation>Ryd afsluttede…</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n kræver handling</numerusform>
            <numerusform>%n kræver handling</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>Send %n fil</numerusform>
            <numerusform>Send %n filer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 sendt</translation>
    </message>
    <message>
        <source>Preparing on this computer</source>
        <translation>Forbereder på denne computer</translation>
    </message>
    <message>
        <source>These files cannot be sent together</source>
        <translation>Disse filer kan ikke sendes sammen</translation>
    </message>
    <message>
        <source>This file cannot be sent</source>
        <translation>Denne fil kan ikke sendes</translation>
    </message>
    <message>
        <source>Nothing is set up yet. You can look at your files already; to send them, open the profile of your institution, or try everything in practice mode.</source>
        <translation>Intet er sat op endnu. Du kan allerede se på dine filer; for at sende dem skal du åbne din institutions profil eller prøve alt i øvelsestilstand.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Sæt op…</translation>
    </message>
    <message>
        <source>Locked, because nobody used this window for a while. What is being sent goes on.</source>
        <translation>Låst, fordi ingen brugte dette vindue et stykke tid. Det, der sendes, fortsætter.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Lås op…</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Åbn Indstillinger</translation>
    </message>
    <message>
        <source>These are {number} files. The list takes {most} at once: the first by name are on it.</source>
        <translation>Det er {number} filer. Listen tager {most} ad gangen: De første efter navn står på den.</translation>
    </message>
    <message>
        <source>Clear finished submissions?</source>
        <translation>Ryd afsluttede indsendelser?</translation>
    </message>
    <message>
        <source>This computer forgets the names of their files, and what a job&apos;s report and the comparing of its results need. Jobs, receipts, results and pseudonym maps stay.</source>
        <translation>Denne computer glemmer navnene på deres filer og det, som et jobs rapport og sammenligningen af dets resultater bruger. Job, kvitteringer, resultater og pseudonymkort bliver.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Ryd</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>All files sent together with this one are cancelled too. Their keys are forgotten, so nobody can read what was uploaded, and the service is asked to delete it. Your own files stay as they are.</source>
        <translation>Alle filer, der sendes sammen med denne, annulleres også. Deres nøgler glemmes, så ingen kan læse det, der er sendt, og tjenesten bliver bedt om at slette det. Dine egne filer bliver, som de er.</translation>
    </message>
    <message>
        <source>Show the job</source>
        <translation>Vis jobbet</translation>
    </message>
    <message>
        <source>The pseudonym map and the key to its results are on this computer only: back them up.</source>
        <translation>Pseudonymkortet og nøglen til resultaterne findes kun på denne computer: sikkerhedskopier dem.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sikkerhedskopiér…</translation>
    </message>
    <message>
        <source>Sign in to send. Your files stay here until then.</source>
        <translation>Log ind for at sende. Dine filer bliver her indtil da.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Log ind…</translation>
    </message>
    <message>
        <source>No new VCF or BCF file was among them.</source>
        <translation>Der var ingen ny VCF- eller BCF-fil imellem.</translation>
    </message>
    <message>
        <source>Cancel this submission?</source>
        <translation>Annullér denne indsendelse?</translation>
    </message>
    <message>
        <source>Cancel the submission</source>
        <translation>Annullér indsendelsen</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>Send videre</translation>
    </message>
    <message numerus="yes">
        <source>The service has confirmed %n file(s) with a signed receipt, which is kept.</source>
        <translation>
            <numerusform>Tjenesten har bekræftet %n fil med en underskrevet kvittering, som er gemt.</numerusform>
            <numerusform>Tjenesten har bekræftet %n filer med en underskrevet kvittering, som er gemt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sendt</translation>
    </message>
</context>
<context>
    <name>ServiceNotices</name>
    <message>
        <source>until %1</source>
        <translation>indtil %1</translation>
    </message>
    <message>
        <source>The service says</source>
        <translation>Tjenesten oplyser</translation>
    </message>
    <message>
        <source>A newer version is out: %1. Your institution installs it; Genoseal never updates itself.</source>
        <translation>Der er en nyere version: %1. Din institution installerer den; Genoseal opdaterer aldrig sig selv.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>What carries a lock is set by your institution.</source>
        <translation>Det, der har en lås, er bestemt af din institution.</translation>
    </message>
    <message>
        <source>Open a profile…</source>
        <translation>Åbn en profil…</translation>
    </message>
    <message>
        <source>Your institution</source>
        <translation>Din institution</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Udseende</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lys</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørk</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Vindue</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Sign-in…</source>
        <translation>Login…</translation>
    </message>
    <message>
        <source>Upload at most</source>
        <translation>Send højst op</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Ingen grænse</translation>
    </message>
    <message>
        <source>Daily pause from</source>
        <translation>Daglig pause fra</translation>
    </message>
    <message>
        <source>None</source>
        <comment>daily pause</comment>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Daily pause until</source>
        <translation>Daglig pause til</translation>
    </message>
    <message>
        <source>Files at the same time</source>
        <translation>Filer på samme tid</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Vælg…</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Spørg hver gang</translation>
    </message>
    <message>
        <source>Sending and results</source>
        <translation>Afsendelse og resultater</translation>
    </message>
    <message>
        <source>Sign-in of the proxy</source>
        <translation>Proxyens login</translation>
    </message>
    <message>
        <source>until</source>
        <translation>til</translation>
    </message>
    <message>
        <source>Daily pause</source>
        <translation>Daglig pause</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Mappe til resultater</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sikkerhedskopiér…</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Hent tilbage…</translation>
    </message>
    <message>
        <source>The pseudonym maps bring the names back, and the keys open your results. Without a backup they are lost with this computer.</source>
        <translation>Pseudonymkortene bringer navnene tilbage, og nøglerne åbner dine resultater. Uden sikkerhedskopi går de tabt med denne computer.</translation>
    </message>
    <message>
        <source>Pseudonym maps and keys</source>
        <translation>Pseudonymkort og nøgler</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Kontrollér nu</translation>
    </message>
    <message>
        <source>Workstation check</source>
        <translation>Kontrol af arbejdspladsen</translation>
    </message>
    <message>
        <source>Set by your institution</source>
        <translation>Bestemt af din institution</translation>
    </message>
    <message>
        <source>Asked for each time</source>
        <translation>Spørges hver gang</translation>
    </message>
    <message>
        <source>None</source>
        <comment>sign-in of the proxy</comment>
        <translation>Intet</translation>
    </message>
    <message>
        <source>No profile is installed.</source>
        <translation>Der er ingen profil installeret.</translation>
    </message>
    <message>
        <source>Your institution gives you a file and, on paper or on its own page, a fingerprint.</source>
        <translation>Din institution giver dig en fil og, på papir eller på sin egen side, et fingeraftryk.</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>øvelse</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>production</source>
        <translation>produktion</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>gyldig til %1</translation>
    </message>
    <message>
        <source>installed with the computer</source>
        <translation>installeret med computeren</translation>
    </message>
    <message>
        <source>opened by you</source>
        <translation>åbnet af dig</translation>
    </message>
    <message>
        <source>renewed by the service</source>
        <translation>fornyet af tjenesten</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>profil %1</translation>
    </message>
    <message>
        <source>Fingerprint %1</source>
        <translation>Fingeraftryk %1</translation>
    </message>
    <message>
        <source>The profile is installed.</source>
        <translation>Profilen er installeret.</translation>
    </message>
    <message>
        <source>Disk encryption, screen lock, keyring, clock, and who answers in the service&apos;s name.</source>
        <translation>Diskkryptering, skærmlås, nøglering, ur, og hvem der svarer i tjenestens navn.</translation>
    </message>
    <message>
        <source>Where should results go?</source>
        <translation>Hvor skal resultater hen?</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
</context>
<context>
    <name>SignInSheet</name>
    <message>
        <source>Sign in</source>
        <translation>Log ind</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Brugernavn</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Adgangskode</translation>
    </message>
    <message>
        <source>Six-digit code</source>
        <translation>Sekscifret kode</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>Type one of your recovery codes. It works once.</source>
        <translation>Skriv en af dine nødkoder. Den virker én gang.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Nødkode</translation>
    </message>
    <message>
        <source>Use the app&apos;s code instead</source>
        <translation>Brug appens kode i stedet</translation>
    </message>
    <message>
        <source>Type the six digits that your authenticator app shows.</source>
        <translation>Skriv de seks cifre, som din godkendelsesapp viser.</translation>
    </message>
    <message>
        <source>Phone lost? Use a recovery code</source>
        <translation>Telefonen væk? Brug en nødkode</translation>
    </message>
</context>
<context>
    <name>SiteListCard</name>
    <message>
        <source>Choose a list…</source>
        <translation>Vælg en liste…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Remove the site list</source>
        <translation>Fjern positionslisten</translation>
    </message>
    <message>
        <source>Site list:</source>
        <translation>Positionsliste:</translation>
    </message>
    <message>
        <source>Site lists (%1);;All files (*)</source>
        <translation>Positionslister (%1);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Choose a site list</source>
        <translation>Vælg en positionsliste</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>This site list cannot be used</source>
        <translation>Denne positionsliste kan ikke bruges</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Listen læses…</translation>
    </message>
    <message>
        <source>The rules “%1” send only sites that are on a list: nothing can be sent before you have chosen it.</source>
        <translation>Reglerne “%1” sender kun positioner, der står på en liste: intet kan sendes, før du har valgt den.</translation>
    </message>
    <message>
        <source>The rules “%1” send only the sites that are on it.</source>
        <translation>Reglerne “%1” sender kun de positioner, der står på den.</translation>
    </message>
    <message>
        <source>Your files are compared with it: how many of their sites it has, and where alleles or strands differ. The list itself stays on this computer.</source>
        <translation>Dine filer sammenlignes med den: hvor mange af deres positioner den har, og hvor alleler eller strenge afviger. Selve listen bliver på denne computer.</translation>
    </message>
    <message>
        <source>Not needed. It shows how many of your sites the reference has, and where alleles differ.</source>
        <translation>Ikke nødvendig. Den viser, hvor mange af dine positioner referencen har, og hvor alleler afviger.</translation>
    </message>
</context>
<context>
    <name>StatementSheet</name>
    <message>
        <source>A signature proves who said so, not that it is so.</source>
        <translation>En underskrift viser, hvem der siger det, ikke at det er sådan.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Gem en kopi…</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Continue</source>
        <translation>Fortsæt</translation>
    </message>
</context>
<context>
    <name>StepWizard</name>
    <message>
        <source>More below</source>
        <translation>Mere nedenfor</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Trin %1 af %2</translation>
    </message>
</context>
<context>
    <name>TypeCodeStep</name>
    <message>
        <source>Type the code</source>
        <translation>Skriv koden</translation>
    </message>
    <message>
        <source>Six-digit code</source>
        <translation>Sekscifret kode</translation>
    </message>
    <message>
        <source>Type the six digits that the app shows for “%1”. They change every 30 seconds; spaces do not matter.</source>
        <translation>Skriv de seks cifre, som appen viser for “%1”. De skifter hvert 30. sekund; mellemrum er ligegyldige.</translation>
    </message>
    <message>
        <source>Practice phone shows: %1</source>
        <translation>Øvelsestelefonen viser: %1</translation>
    </message>
    <message numerus="yes">
        <source>Wait for the next code: %n s</source>
        <translation>
            <numerusform>Vent på den næste kode: %n s</numerusform>
            <numerusform>Vent på den næste kode: %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next code comes in %n s</source>
        <translation>
            <numerusform>Den næste kode kommer om %n s</numerusform>
            <numerusform>Den næste kode kommer om %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockSheet</name>
    <message>
        <source>Locked</source>
        <translation>Låst</translation>
    </message>
    <message>
        <source>Nobody used this window for a while, so it forgot your sign-in. What is being sent goes on. Type the code that your app shows now.</source>
        <translation>Ingen brugte dette vindue et stykke tid, så det glemte dit login. Det, der sendes, fortsætter. Skriv koden, som din app viser nu.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås op</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 af %2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>mindre end et minut tilbage</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 t</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>mindre end et minut</translation>
    </message>
</context>
<context>
    <name>_Header</name>
    <message>
        <source>In your file: what identifies somebody is marked</source>
        <translation>I din fil: det, der identificerer nogen, er markeret</translation>
    </message>
    <message>
        <source>What leaves instead: a new header, nothing of yours</source>
        <translation>Det sendes i stedet: et nyt hoved, intet af dit</translation>
    </message>
    <message>
        <source>Records that stay here: %1</source>
        <translation>Poster, der bliver her: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… og %n linje mere</numerusform>
            <numerusform>… og %n linjer mere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Nothing was queued and your files are untouched: give the command again when this is settled.</source>
        <translation>Intet blev sat i kø, og dine filer er urørte: giv kommandoen igen, når dette er løst.</translation>
    </message>
    <message>
        <source>Try again later: give the same command again.</source>
        <translation>Prøv igen senere: giv den samme kommando igen.</translation>
    </message>
    <message>
        <source>This submission has ended: its keys are forgotten, and what was uploaded is being withdrawn.</source>
        <translation>Denne indsendelse er slut: dens nøgler er glemt, og det, der blev sendt op, bliver trukket tilbage.</translation>
    </message>
    <message>
        <source>Your files are untouched; send them again when the reason is gone.</source>
        <translation>Dine filer er urørte; send dem igen, når årsagen er væk.</translation>
    </message>
    <message>
        <source>This submission has ended: its keys are forgotten, and what was uploaded is withdrawn.</source>
        <translation>Denne indsendelse er slut: dens nøgler er glemt, og det, der blev sendt op, er trukket tilbage.</translation>
    </message>
    <message>
        <source>Genoseal made a mistake.</source>
        <translation>Genoseal lavede en fejl.</translation>
    </message>
    <message>
        <source>This is a bug in the program, not in your file. Nothing was sent because of it.</source>
        <translation>Det er en fejl i programmet, ikke i din fil. Intet blev sendt på grund af den.</translation>
    </message>
    <message>
        <source>Please report the lines below; they hold places in the program and nothing of your data.</source>
        <translation>Rapportér venligst linjerne nedenfor; de nævner steder i programmet og intet af dine data.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stoppet.</translation>
    </message>
    <message>
        <source>You stopped the command. What was half made is removed; what is on its way keeps its place.</source>
        <translation>Du stoppede kommandoen. Det halvfærdige er fjernet; det, der er undervejs, beholder sin plads.</translation>
    </message>
    <message>
        <source>Go on with “genoseal resume”, or give the command again.</source>
        <translation>Go on with “genoseal resume”, or give the command again.</translation>
    </message>
    <message>
        <source>Could not be found out.</source>
        <translation>Kunne ikke findes ud af.</translation>
    </message>
    <message>
        <source>This needs you to sign in.</source>
        <translation>Det kræver, at du logger ind.</translation>
    </message>
    <message>
        <source>Your files are untouched; what is on its way keeps its place.</source>
        <translation>Dine filer er urørte; det, der er undervejs, beholder sin plads.</translation>
    </message>
    <message>
        <source>Run “genoseal sign-in”.</source>
        <translation>Run “genoseal sign-in”.</translation>
    </message>
    <message>
        <source>A secret would have to be asked for, and there is no terminal to ask at.</source>
        <translation>En hemmelighed skulle spørges, og der er ingen terminal at spørge i.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Intet blev gjort.</translation>
    </message>
    <message>
        <source>Give it in a file: {option} (“-” reads it from standard input).</source>
        <translation>Giv den i en fil: {option} (“-” læser fra standardinput).</translation>
    </message>
    <message>
        <source>The file given with {option} cannot be read, or it is empty.</source>
        <translation>Filen angivet med {option} kan ikke læses eller er tom.</translation>
    </message>
    <message>
        <source>Put the secret on the file&apos;s first line, readable by you alone.</source>
        <translation>Skriv hemmeligheden på filens første linje, kun læsbar for dig.</translation>
    </message>
    <message>
        <source>This map belongs to another user, computer or vault.</source>
        <translation>Dette kort hører til en anden bruger, computer eller et andet pengeskab.</translation>
    </message>
    <message>
        <source>It cannot be opened here, so no names were put back.</source>
        <translation>Det kan ikke åbnes her, så ingen navne blev sat tilbage.</translation>
    </message>
    <message>
        <source>Export it where it was made (“genoseal map export”), and import that file here.</source>
        <translation>Export it where it was made (“genoseal map export”), and import that file here.</translation>
    </message>
    <message>
        <source>Signing in did not work.</source>
        <translation>Login lykkedes ikke.</translation>
    </message>
    <message>
        <source>Try again, or call your institution&apos;s helpdesk.</source>
        <translation>Prøv igen, eller ring til din institutions helpdesk.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this computer.</source>
        <translation>Ingen er logget ind på denne computer.</translation>
    </message>
    <message>
        <source>The service does not know this user name with this password.</source>
        <translation>Tjenesten kender ikke dette brugernavn med denne adgangskode.</translation>
    </message>
    <message>
        <source>You are not signed in. It does not say which of the two is wrong.</source>
        <translation>Du er ikke logget ind. Den siger ikke, hvad af de to der er forkert.</translation>
    </message>
    <message>
        <source>Type both again. After several wrong tries the service makes you wait.</source>
        <translation>Skriv begge igen. Efter flere forkerte forsøg lader tjenesten dig vente.</translation>
    </message>
    <message>
        <source>The six-digit code is not the one of this moment.</source>
        <translation>Den sekscifrede kode er ikke den, der gælder nu.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Du er ikke logget ind.</translation>
    </message>
    <message>
        <source>Wait for the next code and type it at once. If it keeps failing, check the phone&apos;s clock.</source>
        <translation>Vent på den næste kode, og skriv den straks. Fejler det stadig, så kontrollér telefonens ur.</translation>
    </message>
    <message>
        <source>This code was right, but it has been used already.</source>
        <translation>Koden var rigtig, men er allerede brugt.</translation>
    </message>
    <message>
        <source>Each code counts once, so that nobody can use one over your shoulder.</source>
        <translation>Hver kode tæller én gang, så ingen kan bruge en over skulderen på dig.</translation>
    </message>
    <message>
        <source>Wait for the next code (at most 30 seconds) and type that one.</source>
        <translation>Vent på den næste kode (højst 30 sekunder), og skriv den.</translation>
    </message>
    <message>
        <source>This is not one of your recovery codes, or it was used before.</source>
        <translation>Det er ikke en af dine nødkoder, eller den er brugt før.</translation>
    </message>
    <message>
        <source>You are not signed in. Each recovery code works once.</source>
        <translation>Du er ikke logget ind. Hver nødkode virker én gang.</translation>
    </message>
    <message>
        <source>Try the next code on your sheet, or call your institution&apos;s helpdesk.</source>
        <translation>Prøv den næste kode på arket, eller ring til din institutions helpdesk.</translation>
    </message>
    <message>
        <source>Too much time went by since you typed the password.</source>
        <translation>Der gik for lang tid, siden du skrev adgangskoden.</translation>
    </message>
    <message>
        <source>Begin again with the password.</source>
        <translation>Begynd igen med adgangskoden.</translation>
    </message>
    <message>
        <source>Too many wrong codes.</source>
        <translation>For mange forkerte koder.</translation>
    </message>
    <message>
        <source>After several wrong tries the service makes this account wait.</source>
        <translation>Efter flere forkerte forsøg lader tjenesten denne konto vente.</translation>
    </message>
    <message>
        <source>No try counts for the next {retry_after_s}, not even a right one.</source>
        <translation>I {retry_after_s} tæller intet forsøg, heller ikke et rigtigt.</translation>
    </message>
    <message>
        <source>Wait, then try once more, slowly. If it was not you who tried, call the helpdesk.</source>
        <translation>Vent, og prøv så én gang til, langsomt. Var det ikke dig, der prøvede, så ring til helpdesk.</translation>
    </message>
    <message>
        <source>The invitation code is missing, wrong, used or too old.</source>
        <translation>Invitationskoden mangler, er forkert, brugt eller for gammel.</translation>
    </message>
    <message>
        <source>No second factor was set up.</source>
        <translation>Ingen anden faktor blev sat op.</translation>
    </message>
    <message>
        <source>Ask your institution&apos;s helpdesk for a new invitation code.</source>
        <translation>Bed din institutions helpdesk om en ny invitationskode.</translation>
    </message>
    <message>
        <source>The password is right, but this account has no second factor yet.</source>
        <translation>Adgangskoden er rigtig, men kontoen har endnu ingen anden faktor.</translation>
    </message>
    <message>
        <source>Nothing can be sent without one.</source>
        <translation>Intet kan sendes uden den.</translation>
    </message>
    <message>
        <source>Run “genoseal enrol” with the invitation code from your helpdesk.</source>
        <translation>Run “genoseal enrol” with the invitation code from your helpdesk.</translation>
    </message>
    <message>
        <source>This account has a second factor already.</source>
        <translation>Denne konto har allerede en anden faktor.</translation>
    </message>
    <message>
        <source>The vault file is damaged or gone.</source>
        <translation>Pengeskabets fil er beskadiget eller væk.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Den er uændret.</translation>
    </message>
    <message>
        <source>Sign in with it. Lost the phone? “genoseal sign-in --recovery”, then “genoseal enrol”.</source>
        <translation>Sign in with it. Lost the phone? “genoseal sign-in --recovery”, then “genoseal enrol”.</translation>
    </message>
    <message>
        <source>The new password does not follow your institution&apos;s rules ({rule}).</source>
        <translation>Den nye adgangskode følger ikke din institutions regler ({rule}).</translation>
    </message>
    <message>
        <source>The old password still counts.</source>
        <translation>Den gamle adgangskode gælder stadig.</translation>
    </message>
    <message>
        <source>Choose a longer one; several plain words in a row are good.</source>
        <translation>Vælg en længere; flere almindelige ord i træk er godt.</translation>
    </message>
    <message>
        <source>The new password is too short.</source>
        <translation>Den nye adgangskode er for kort.</translation>
    </message>
    <message>
        <source>“genoseal profile show” says how long it must be; several plain words are good.</source>
        <translation>“genoseal profile show” says how long it must be; several plain words are good.</translation>
    </message>
    <message>
        <source>The new password mixes too few kinds of characters.</source>
        <translation>Den nye adgangskode blander for få slags tegn.</translation>
    </message>
    <message>
        <source>Mix lower case, upper case, digits and signs; “genoseal profile show” says how many.</source>
        <translation>Mix lower case, upper case, digits and signs; “genoseal profile show” says how many.</translation>
    </message>
    <message>
        <source>The new password contains your user name.</source>
        <translation>Den nye adgangskode indeholder dit brugernavn.</translation>
    </message>
    <message>
        <source>Choose one without it.</source>
        <translation>Vælg en uden det.</translation>
    </message>
    <message>
        <source>The new password is the old one.</source>
        <translation>Den nye adgangskode er den gamle.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Vælg en anden.</translation>
    </message>
    <message>
        <source>The session cannot be locked for this process in Genoseal&apos;s own folder ({reason}).</source>
        <translation>Sessionen kan ikke låses for denne proces i Genoseals egen mappe ({reason}).</translation>
    </message>
    <message>
        <source>Nothing was sent or changed.</source>
        <translation>Intet blev sendt eller ændret.</translation>
    </message>
    <message>
        <source>Make room or let your user write there; “genoseal doctor” shows more.</source>
        <translation>Make room or let your user write there; “genoseal doctor” shows more.</translation>
    </message>
    <message>
        <source>Locked after some time without you.</source>
        <translation>Låst efter nogen tid uden dig.</translation>
    </message>
    <message>
        <source>The keys are out of memory; what is on its way keeps its place.</source>
        <translation>Nøglerne er ude af hukommelsen; det, der er undervejs, beholder sin plads.</translation>
    </message>
    <message>
        <source>Unlock with a six-digit code.</source>
        <translation>Lås op med en sekscifret kode.</translation>
    </message>
    <message>
        <source>This computer was signed out by the service or from another computer.</source>
        <translation>Denne computer blev logget ud af tjenesten eller fra en anden computer.</translation>
    </message>
    <message>
        <source>It can reach nothing of yours until you sign in again.</source>
        <translation>Den når intet af dit, før du logger ind igen.</translation>
    </message>
    <message>
        <source>If that was you, sign in again. If not, call your institution&apos;s helpdesk now.</source>
        <translation>Var det dig, så log ind igen. Ellers ring til din institutions helpdesk nu.</translation>
    </message>
    <message>
        <source>The service wants you to sign in again.</source>
        <translation>Tjenesten vil have dig til at logge ind igen.</translation>
    </message>
    <message>
        <source>You are signed in, but this account, computer or network address may not do this.</source>
        <translation>Du er logget ind, men denne konto, computer eller netværksadresse må ikke det her.</translation>
    </message>
    <message>
        <source>Nothing was changed ({problem}).</source>
        <translation>Intet blev ændret ({problem}).</translation>
    </message>
    <message>
        <source>Ask your institution&apos;s helpdesk, and tell them the code in brackets.</source>
        <translation>Spørg din institutions helpdesk, og nævn koden i parentesen.</translation>
    </message>
    <message>
        <source>The passphrase does not open this file.</source>
        <translation>Adgangssætningen åbner ikke denne fil.</translation>
    </message>
    <message>
        <source>Either it is another one, or the file was changed; the two look the same.</source>
        <translation>Enten er det en anden, eller filen blev ændret; de to ser ens ud.</translation>
    </message>
    <message>
        <source>Type it again. If it is surely right, use another copy of the file.</source>
        <translation>Skriv den igen. Er den helt sikkert rigtig, så brug en anden kopi af filen.</translation>
    </message>
    <message>
        <source>This private key is protected by a passphrase.</source>
        <translation>Denne private nøgle er beskyttet af en adgangssætning.</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>Intet blev åbnet.</translation>
    </message>
    <message>
        <source>Run it in a terminal to be asked, or add --password-file.</source>
        <translation>Run it in a terminal to be asked, or add --password-file.</translation>
    </message>
    <message>
        <source>Genoseal&apos;s secrets cannot be kept or read on this computer.</source>
        <translation>Genoseals hemmeligheder kan ikke gemmes eller læses på denne computer.</translation>
    </message>
    <message>
        <source>Nothing was done that would have to be remembered.</source>
        <translation>Intet blev gjort, som skulle huskes.</translation>
    </message>
    <message>
        <source>“genoseal doctor” says what is missing.</source>
        <translation>“genoseal doctor” says what is missing.</translation>
    </message>
    <message>
        <source>No keyring answers here, and no vault passphrase was given ({keyring_state}).</source>
        <translation>Ingen nøglering svarer her, og der er ingen adgangssætning til et pengeskab ({keyring_state}).</translation>
    </message>
    <message>
        <source>This command has to remember something, so it stopped before it began.</source>
        <translation>Kommandoen skal huske noget, så den stoppede, før den begyndte.</translation>
    </message>
    <message>
        <source>Run it in a terminal to be asked for a vault passphrase, or put one into a file that only you can read and name it in GENOSEAL_VAULT_PASSWORD_FILE.</source>
        <translation>Run it in a terminal to be asked for a vault passphrase, or put one into a file that only you can read and name it in GENOSEAL_VAULT_PASSWORD_FILE.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked.</source>
        <translation>Denne computers nøglering er låst.</translation>
    </message>
    <message>
        <source>Unlock it (mostly by signing in to the desktop), then try again.</source>
        <translation>Lås den op (oftest ved at logge ind på skrivebordet), og prøv igen.</translation>
    </message>
    <message>
        <source>A keyring is set up here that would write secrets into a plain file.</source>
        <translation>Her er en nøglering sat op, som ville skrive hemmeligheder i en almindelig fil.</translation>
    </message>
    <message>
        <source>It was not used.</source>
        <translation>Den blev ikke brugt.</translation>
    </message>
    <message>
        <source>Remove PYTHON_KEYRING_BACKEND or the entry in keyringrc.cfg, or use a vault.</source>
        <translation>Fjern PYTHON_KEYRING_BACKEND eller posten i keyringrc.cfg, eller brug et pengeskab.</translation>
    </message>
    <message>
        <source>The keyring of this computer answered with an error.</source>
        <translation>Denne computers nøglering svarede med en fejl.</translation>
    </message>
    <message>
        <source>Try again; if it stays, sign out of the desktop and in again, or use a vault.</source>
        <translation>Prøv igen; bliver det ved, så log ud af skrivebordet og ind igen, eller brug et pengeskab.</translation>
    </message>
    <message>
        <source>The keyring gave back something else than was put in.</source>
        <translation>Nøgleringen gav noget andet tilbage end det, der blev lagt i.</translation>
    </message>
    <message>
        <source>It cannot be trusted with your keys, so nothing was done.</source>
        <translation>Den kan ikke betros dine nøgler, så intet blev gjort.</translation>
    </message>
    <message>
        <source>Use a vault: name a passphrase file in GENOSEAL_VAULT_PASSWORD_FILE.</source>
        <translation>Use a vault: name a passphrase file in GENOSEAL_VAULT_PASSWORD_FILE.</translation>
    </message>
    <message>
        <source>Genoseal&apos;s folder does not say clearly where its secrets lie.</source>
        <translation>Genoseals mappe siger ikke tydeligt, hvor dens hemmeligheder ligger.</translation>
    </message>
    <message>
        <source>A file there is damaged or of a newer version; nothing was changed.</source>
        <translation>En fil dér er beskadiget eller af en nyere version; intet blev ændret.</translation>
    </message>
    <message>
        <source>Update Genoseal, or restore its folder from a backup.</source>
        <translation>Opdatér Genoseal, eller gendan mappen fra en sikkerhedskopi.</translation>
    </message>
    <message>
        <source>The vault&apos;s passphrase file is refused ({reason}).</source>
        <translation>Filen med pengeskabets adgangssætning afvises ({reason}).</translation>
    </message>
    <message>
        <source>The vault stays closed and nothing was done.</source>
        <translation>Pengeskabet forbliver lukket, og intet blev gjort.</translation>
    </message>
    <message>
        <source>Check the file that GENOSEAL_VAULT_PASSWORD_FILE names.</source>
        <translation>Check the file that GENOSEAL_VAULT_PASSWORD_FILE names.</translation>
    </message>
    <message>
        <source>The file that GENOSEAL_VAULT_PASSWORD_FILE names does not exist.</source>
        <translation>The file that GENOSEAL_VAULT_PASSWORD_FILE names does not exist.</translation>
    </message>
    <message>
        <source>Make it with your passphrase on the first line, readable by you alone (chmod 600).</source>
        <translation>Lav den med din adgangssætning på første linje, kun læsbar for dig (chmod 600).</translation>
    </message>
    <message>
        <source>Others on this computer can read the vault&apos;s passphrase file.</source>
        <translation>Andre på denne computer kan læse filen med pengeskabets adgangssætning.</translation>
    </message>
    <message>
        <source>Run chmod 600 on the file that GENOSEAL_VAULT_PASSWORD_FILE names.</source>
        <translation>Run chmod 600 on the file that GENOSEAL_VAULT_PASSWORD_FILE names.</translation>
    </message>
    <message>
        <source>The vault&apos;s passphrase file belongs to somebody else.</source>
        <translation>Filen med pengeskabets adgangssætning tilhører en anden.</translation>
    </message>
    <message>
        <source>Make a file of your own and name it in GENOSEAL_VAULT_PASSWORD_FILE.</source>
        <translation>Make a file of your own and name it in GENOSEAL_VAULT_PASSWORD_FILE.</translation>
    </message>
    <message>
        <source>The passphrase does not open the vault.</source>
        <translation>Adgangssætningen åbner ikke pengeskabet.</translation>
    </message>
    <message>
        <source>Type it again. If it is surely right, restore the vault from a backup.</source>
        <translation>Skriv den igen. Er den helt sikkert rigtig, så gendan pengeskabet fra en sikkerhedskopi.</translation>
    </message>
    <message>
        <source>Maps, result keys and what is on its way cannot be opened without it.</source>
        <translation>Kort, resultatnøgler og det, der er undervejs, kan ikke åbnes uden den.</translation>
    </message>
    <message>
        <source>Restore Genoseal&apos;s folder from a backup, or import your map and key exports.</source>
        <translation>Gendan Genoseals mappe fra en sikkerhedskopi, eller hent dine eksporter af kort og nøgler.</translation>
    </message>
    <message>
        <source>The vault was written by a newer version of Genoseal.</source>
        <translation>Pengeskabet er skrevet af en nyere version af Genoseal.</translation>
    </message>
    <message>
        <source>Update Genoseal on this computer.</source>
        <translation>Opdatér Genoseal på denne computer.</translation>
    </message>
    <message>
        <source>Somebody put an older copy of the vault back.</source>
        <translation>Nogen har lagt en ældre kopi af pengeskabet tilbage.</translation>
    </message>
    <message>
        <source>An old copy could bring back sign-ins that were ended, so it is not used.</source>
        <translation>En gammel kopi kunne bringe afsluttede logins tilbage, så den bruges ikke.</translation>
    </message>
    <message>
        <source>Restore the whole folder from one backup, or call your institution&apos;s helpdesk.</source>
        <translation>Gendan hele mappen fra én sikkerhedskopi, eller ring til din institutions helpdesk.</translation>
    </message>
    <message>
        <source>The vault could not be written ({reason}).</source>
        <translation>Pengeskabet kunne ikke skrives ({reason}).</translation>
    </message>
    <message>
        <source>The vault as it was still stands.</source>
        <translation>Pengeskabet står, som det var.</translation>
    </message>
    <message>
        <source>Make room on the disk, or check who may write to Genoseal&apos;s folder.</source>
        <translation>Skaf plads på disken, eller se, hvem der må skrive i Genoseals mappe.</translation>
    </message>
    <message>
        <source>The key that the keyring or vault holds for Genoseal is not one.</source>
        <translation>Nøglen, som nøgleringen eller pengeskabet har til Genoseal, er ingen nøgle.</translation>
    </message>
    <message>
        <source>Nothing can be opened with it, and nothing was overwritten.</source>
        <translation>Intet kan åbnes med den, og intet blev overskrevet.</translation>
    </message>
    <message>
        <source>Restore the keyring from a backup, or call your institution&apos;s helpdesk.</source>
        <translation>Gendan nøgleringen fra en sikkerhedskopi, eller ring til din institutions helpdesk.</translation>
    </message>
    <message>
        <source>The outbox was written under another vault key.</source>
        <translation>Udbakken er skrevet under en anden pengeskabsnøgle.</translation>
    </message>
    <message>
        <source>This happens when the folder is copied without its keyring. Nothing was touched.</source>
        <translation>Det sker, når mappen kopieres uden sin nøglering. Intet blev rørt.</translation>
    </message>
    <message>
        <source>Go on at the computer where the transfer was started.</source>
        <translation>Fortsæt på den computer, hvor overførslen blev startet.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Private folder</source>
        <translation>Privat mappe</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Nøglering</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Hemmeligheder</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Ledig plads</translation>
    </message>
    <message>
        <source>Disk encryption</source>
        <translation>Diskkryptering</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>Skærmlås</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Hvem svarer</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjeneste</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Ur</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Aktivitetslog</translation>
    </message>
    <message>
        <source>Fine without: a vault under a passphrase takes its place.</source>
        <translation>Det går uden: et pengeskab under en adgangssætning træder i stedet.</translation>
    </message>
    <message>
        <source>No profile, so no service to ask.</source>
        <translation>Ingen profil, altså ingen tjeneste at spørge.</translation>
    </message>
    <message>
        <source>Not tried: what stands above is in the way.</source>
        <translation>Ikke prøvet: det, der står ovenfor, er i vejen.</translation>
    </message>
    <message>
        <source>Genoseal {version} on Python {python} ({system})</source>
        <translation>Genoseal {version} på Python {python} ({system})</translation>
    </message>
    <message>
        <source>OpenSSL would offer weaker cipher suites than AES-256.</source>
        <translation>OpenSSL ville tilbyde svagere krypteringer end AES-256.</translation>
    </message>
    <message>
        <source>Start Genoseal by its own command, not by another script.</source>
        <translation>Start Genoseal med dets egen kommando, ikke med et andet script.</translation>
    </message>
    <message>
        <source>Only you can read it.</source>
        <translation>Kun du kan læse den.</translation>
    </message>
    <message>
        <source>Not made yet.</source>
        <translation>Ikke lavet endnu.</translation>
    </message>
    <message>
        <source>It belongs to somebody else.</source>
        <translation>Den tilhører en anden.</translation>
    </message>
    <message>
        <source>Set GENOSEAL_HOME to a folder of your own.</source>
        <translation>Set GENOSEAL_HOME to a folder of your own.</translation>
    </message>
    <message>
        <source>It cannot be made or written to.</source>
        <translation>Den kan ikke oprettes eller skrives til.</translation>
    </message>
    <message>
        <source>Others on this computer can look into it.</source>
        <translation>Andre på denne computer kan se ind i den.</translation>
    </message>
    <message>
        <source>Run chmod 700 on Genoseal&apos;s folder.</source>
        <translation>Kør chmod 700 på Genoseals mappe.</translation>
    </message>
    <message>
        <source>Unlocked.</source>
        <translation>Låst op.</translation>
    </message>
    <message>
        <source>No keyring answers here.</source>
        <translation>Ingen nøglering svarer her.</translation>
    </message>
    <message>
        <source>A keyring service answers, but no keyring was ever made.</source>
        <translation>En nøgleringstjeneste svarer, men der blev aldrig lavet en nøglering.</translation>
    </message>
    <message>
        <source>Make one with your desktop&apos;s password program, or use a vault.</source>
        <translation>Lav en med skrivebordets adgangskodeprogram, eller brug et pengeskab.</translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>Låst.</translation>
    </message>
    <message>
        <source>Unlock it, mostly by signing in to the desktop.</source>
        <translation>Lås den op, oftest ved at logge ind på skrivebordet.</translation>
    </message>
    <message>
        <source>A keyring that writes plain files is set up; it is not used.</source>
        <translation>En nøglering, der skriver almindelige filer, er sat op; den bruges ikke.</translation>
    </message>
    <message>
        <source>Remove PYTHON_KEYRING_BACKEND or the entry in keyringrc.cfg.</source>
        <translation>Fjern PYTHON_KEYRING_BACKEND eller posten i keyringrc.cfg.</translation>
    </message>
    <message>
        <source>Not needed: the secrets are in a vault.</source>
        <translation>Ikke nødvendig: hemmelighederne ligger i et pengeskab.</translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>Intet er gemt endnu.</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keyring.</source>
        <translation>Ligger i denne computers nøglering.</translation>
    </message>
    <message>
        <source>Kept in the vault, under its passphrase.</source>
        <translation>Ligger i pengeskabet under dets adgangssætning.</translation>
    </message>
    <message>
        <source>Kept in memory only: gone when the program ends.</source>
        <translation>Ligger kun i hukommelsen: væk, når programmet slutter.</translation>
    </message>
    <message>
        <source>Use a keyring or a vault to keep them.</source>
        <translation>Brug en nøglering eller et pengeskab for at gemme dem.</translation>
    </message>
    <message>
        <source>{free_bytes} free.</source>
        <translation>{free_bytes} ledig.</translation>
    </message>
    <message>
        <source>Only {free_bytes} free.</source>
        <translation>Kun {free_bytes} ledig.</translation>
    </message>
    <message>
        <source>Make room: sealed copies wait there until the service has them.</source>
        <translation>Skaf plads: forseglede kopier venter dér, til tjenesten har dem.</translation>
    </message>
    <message>
        <source>The disk under Genoseal&apos;s folder is encrypted.</source>
        <translation>Disken under Genoseals mappe er krypteret.</translation>
    </message>
    <message>
        <source>The disk under Genoseal&apos;s folder is not encrypted.</source>
        <translation>Disken under Genoseals mappe er ikke krypteret.</translation>
    </message>
    <message>
        <source>This system does not say whether the disk is encrypted.</source>
        <translation>Systemet siger ikke, om disken er krypteret.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer.</source>
        <translation>Spørg den, der passer denne computer.</translation>
    </message>
    <message>
        <source>The screen locks itself.</source>
        <translation>Skærmen låser sig selv.</translation>
    </message>
    <message>
        <source>The screen does not lock itself.</source>
        <translation>Skærmen låser sig ikke selv.</translation>
    </message>
    <message>
        <source>Switch it on in the desktop&apos;s settings.</source>
        <translation>Slå det til i skrivebordets indstillinger.</translation>
    </message>
    <message>
        <source>This system does not say whether the screen locks itself.</source>
        <translation>Systemet siger ikke, om skærmen låser sig selv.</translation>
    </message>
    <message>
        <source>The one in the settings is used.</source>
        <translation>Den i indstillingerne bruges.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ingen.</translation>
    </message>
    <message>
        <source>The environment names one; Genoseal uses only the one in its settings.</source>
        <translation>Miljøet nævner en; Genoseal bruger kun den i sine indstillinger.</translation>
    </message>
    <message>
        <source>If you need it: “genoseal proxy http://host:port”.</source>
        <translation>If you need it: “genoseal proxy http://host:port”.</translation>
    </message>
    <message>
        <source>{seconds} s behind the service&apos;s.</source>
        <translation>{seconds} s bag tjenestens.</translation>
    </message>
    <message>
        <source>{seconds} s ahead of the service&apos;s.</source>
        <translation>{seconds} s foran tjenestens.</translation>
    </message>
    <message>
        <source>None is installed.</source>
        <translation>Ingen er installeret.</translation>
    </message>
    <message>
        <source>Switch it on, or ask IT to: BitLocker, FileVault or LUKS. Genoseal encrypts only what it keeps.</source>
        <translation>Slå den til, eller bed it-afdelingen om det: BitLocker, FileVault eller LUKS. Genoseal krypterer kun det, det selv gemmer.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer whether its disk is encrypted.</source>
        <translation>Spørg den, der passer denne computer, om dens disk er krypteret.</translation>
    </message>
    <message>
        <source>Run “genoseal profile install”; files can be prepared without one.</source>
        <translation>Run “genoseal profile install”; files can be prepared without one.</translation>
    </message>
    <message>
        <source>Serial {serial} ({environment}), signed by {fingerprint}, valid until {not_after}.</source>
        <translation>Serienummer {serial} ({environment}), underskrevet af {fingerprint}, gyldig til {not_after}.</translation>
    </message>
    <message>
        <source>Serial {serial} ({environment}) ends soon: {not_after}.</source>
        <translation>Serienummer {serial} ({environment}) udløber snart: {not_after}.</translation>
    </message>
    <message>
        <source>It is renewed through the service; else ask your institution.</source>
        <translation>Den fornyes gennem tjenesten; ellers spørg din institution.</translation>
    </message>
    <message>
        <source>The service itself, by its key ({tls_version}). Nothing in between.</source>
        <translation>Tjenesten selv, kendt på sin nøgle ({tls_version}). Intet imellem.</translation>
    </message>
    <message>
        <source>Something else than the service: its certificate is from “{issuer}” ({tls_version}).</source>
        <translation>Noget andet end tjenesten: certifikatet er fra “{issuer}” ({tls_version}).</translation>
    </message>
    <message>
        <source>A virus scanner or proxy opens connections. IT must except the service&apos;s address.</source>
        <translation>En virusscanner eller proxy åbner forbindelser. It skal undtage tjenestens adresse.</translation>
    </message>
    <message>
        <source>Answers; keeps jobs {retention_days} days; notices: {notices}.</source>
        <translation>Svarer; gemmer job i {retention_days} dage; meddelelser: {notices}.</translation>
    </message>
    <message>
        <source>The service says it is “{environment}”, the profile says something else.</source>
        <translation>Tjenesten siger, den er “{environment}”; profilen siger noget andet.</translation>
    </message>
    <message>
        <source>Send nothing and call your institution&apos;s helpdesk.</source>
        <translation>Send intet, og ring til din institutions helpdesk.</translation>
    </message>
    <message>
        <source>Right: {seconds} s off the service&apos;s.</source>
        <translation>Går rigtigt: {seconds} s fra tjenestens.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock to automatic time, or six-digit codes will fail.</source>
        <translation>Sæt computerens ur til automatisk tid, ellers fejler sekscifrede koder.</translation>
    </message>
    <message>
        <source>Nothing in it yet.</source>
        <translation>Intet i den endnu.</translation>
    </message>
    <message>
        <source>Unchanged. Lines: {lines}.</source>
        <translation>Uændret. Linjer: {lines}.</translation>
    </message>
    <message>
        <source>Nothing of it was prepared and nothing left this computer.</source>
        <translation>Intet af den blev forberedt, og intet forlod denne computer.</translation>
    </message>
    <message>
        <source>Copy it again from where it was made, and compare the sizes.</source>
        <translation>Kopiér den igen derfra, hvor den blev lavet, og sammenlign størrelserne.</translation>
    </message>
    <message>
        <source>The input needs you.</source>
        <translation>Der er noget at ændre i inddata.</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was kept.</source>
        <translation>Intet blev sendt, og intet blev gemt.</translation>
    </message>
    <message>
        <source>“genoseal inspect” shows what to change.</source>
        <translation>“genoseal inspect” shows what to change.</translation>
    </message>
    <message>
        <source>Something in the files has to be changed first ({count}).</source>
        <translation>Noget i filerne skal ændres først ({count}).</translation>
    </message>
    <message>
        <source>Nothing was prepared and nothing left this computer.</source>
        <translation>Intet blev forberedt, og intet forlod denne computer.</translation>
    </message>
    <message>
        <source>Each line marked “stops” says what to do.</source>
        <translation>Hver linje mærket “stopper” siger, hvad du skal gøre.</translation>
    </message>
    <message>
        <source>The file is there but cannot be read.</source>
        <translation>Filen er der, men kan ikke læses.</translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk is connected.</source>
        <translation>Se efter, at du må læse den, og at dens disk er tilsluttet.</translation>
    </message>
    <message>
        <source>This is not a second person&apos;s approval, or it is damaged.</source>
        <translation>Dette er ikke en anden persons godkendelse, eller den er beskadiget.</translation>
    </message>
    <message>
        <source>“genoseal approve” makes one, from the report of a preparation.</source>
        <translation>“genoseal approve” laver en ud fra rapporten om en forberedelse.</translation>
    </message>
    <message>
        <source>What was approved was prepared under another {what}.</source>
        <translation>Det godkendte blev klargjort under en anden {what}.</translation>
    </message>
    <message>
        <source>Nothing was sent: only what the second person saw may leave.</source>
        <translation>Intet blev sendt: kun det, den anden person så, må forlade computeren.</translation>
    </message>
    <message>
        <source>Send with the --policy and --map of that preparation, or have it approved anew.</source>
        <translation>Send med --policy og --map fra den forberedelse, eller få det godkendt på ny.</translation>
    </message>
    <message>
        <source>The approval is by the person who sends.</source>
        <translation>Godkendelsen er givet af den, der sender.</translation>
    </message>
    <message>
        <source>Nothing was sent: the policy wants two people.</source>
        <translation>Intet blev sendt: reglerne kræver to personer.</translation>
    </message>
    <message>
        <source>Ask somebody else to read the report and approve it.</source>
        <translation>Bed en anden om at læse rapporten og godkende den.</translation>
    </message>
    <message>
        <source>This is not the report of a preparation, or it is damaged.</source>
        <translation>Dette er ikke rapporten om en forberedelse, eller den er beskadiget.</translation>
    </message>
    <message>
        <source>Name report.json, or the folder that “genoseal prepare” wrote.</source>
        <translation>Angiv report.json eller den mappe, som “genoseal prepare” skrev.</translation>
    </message>
    <message>
        <source>{file} is missing beside the report, or is not the file it describes.</source>
        <translation>{file} mangler ved siden af rapporten eller er ikke den fil, den beskriver.</translation>
    </message>
    <message>
        <source>Keep prepared files and reports together, or prepare again.</source>
        <translation>Hold forberedte filer og rapporter sammen, eller forbered igen.</translation>
    </message>
    <message>
        <source>The site list is gone, or it has changed since the files were queued.</source>
        <translation>Positionslisten er væk eller er ændret, siden filerne kom i kø.</translation>
    </message>
    <message>
        <source>The submission keeps its place; nothing more was prepared.</source>
        <translation>Indsendelsen beholder sin plads; intet mere blev klargjort.</translation>
    </message>
    <message>
        <source>Put the list back as it was and resume, or cancel and send again.</source>
        <translation>Læg listen tilbage, som den var, og genoptag, eller annullér og send igen.</translation>
    </message>
    <message>
        <source>This is not a pseudonym map, or it is damaged.</source>
        <translation>Det er ikke et pseudonymkort, eller det er beskadiget.</translation>
    </message>
    <message>
        <source>No names were put back.</source>
        <translation>Ingen navne blev sat tilbage.</translation>
    </message>
    <message>
        <source>Maps lie in Genoseal&apos;s folder, under maps/; an export must be imported first.</source>
        <translation>Kort ligger i Genoseals mappe under maps/; en eksport skal først hentes ind.</translation>
    </message>
    <message>
        <source>Nothing was sealed or opened.</source>
        <translation>Intet blev forseglet eller åbnet.</translation>
    </message>
    <message>
        <source>This is not a backup of a pseudonym map, or it is damaged.</source>
        <translation>Det er ikke en sikkerhedskopi af et pseudonymkort, eller den er beskadiget.</translation>
    </message>
    <message>
        <source>No map was brought over.</source>
        <translation>Intet pseudonymkort blev hentet over.</translation>
    </message>
    <message>
        <source>Use the file that “genoseal map export” wrote.</source>
        <translation>Use the file that “genoseal map export” wrote.</translation>
    </message>
    <message>
        <source>The file is damaged or is not VCF.</source>
        <translation>Filen er beskadiget eller er ikke VCF.</translation>
    </message>
    <message>
        <source>Nothing of it was prepared.</source>
        <translation>Intet af den blev forberedt.</translation>
    </message>
    <message>
        <source>Make or copy the file again.</source>
        <translation>Lav eller kopiér filen igen.</translation>
    </message>
    <message>
        <source>The second check did not agree with the first.</source>
        <translation>Den anden kontrol stemte ikke med den første.</translation>
    </message>
    <message>
        <source>What was prepared is thrown away; nothing readable was ever sent.</source>
        <translation>Det forberedte er smidt væk; intet læseligt blev nogensinde sendt.</translation>
    </message>
    <message>
        <source>Please report it with the code: this should never happen.</source>
        <translation>Rapportér det med koden: det burde aldrig ske.</translation>
    </message>
    <message>
        <source>The second check did not agree with the first ({check}).</source>
        <translation>Den anden kontrol stemte ikke med den første ({check}).</translation>
    </message>
    <message>
        <source>The file changed while it was being read.</source>
        <translation>Filen ændrede sig, mens den blev læst.</translation>
    </message>
    <message>
        <source>Wait until whatever writes to it has finished, then try again.</source>
        <translation>Vent, til det, der skriver i den, er færdigt, og prøv igen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Filen er tom.</translation>
    </message>
    <message>
        <source>This is not a VCF or BCF file.</source>
        <translation>Det er ikke en VCF- eller BCF-fil.</translation>
    </message>
    <message>
        <source>Name the VCF itself (.vcf, .vcf.gz or .bcf).</source>
        <translation>Vælg selve VCF-filen (.vcf, .vcf.gz eller .bcf).</translation>
    </message>
    <message>
        <source>Something stands before the VCF&apos;s header, which begins in line {line}.</source>
        <translation>Der står noget før VCF-filens hoved, som begynder i linje {line}.</translation>
    </message>
    <message>
        <source>Take away what stands before it, such as a blank line or what a program said while it wrote.</source>
        <translation>Fjern det, der står før den, f.eks. en tom linje eller det, et program meldte, mens det skrev.</translation>
    </message>
    <message>
        <source>The file&apos;s text is in UTF-16, as some programs on Windows save it.</source>
        <translation>Filens tekst er i UTF-16, som nogle programmer på Windows gemmer den.</translation>
    </message>
    <message>
        <source>Save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE &gt; NEW.vcf</source>
        <translation>Gem den som UTF-8: iconv -f UTF-16 -t UTF-8 FIL &gt; NY.vcf</translation>
    </message>
    <message>
        <source>The file is packed as {kind}, which is not read.</source>
        <translation>Filen er pakket som {kind}, som ikke læses.</translation>
    </message>
    <message>
        <source>Unpack it first; plain text, gzip, BGZF and BCF are fine.</source>
        <translation>Pak den ud først; ren tekst, gzip, BGZF og BCF er fine.</translation>
    </message>
    <message>
        <source>This is an early BCF, version {version}; only 2.2 is read.</source>
        <translation>Dette er en tidlig BCF, version {version}; kun 2.2 læses.</translation>
    </message>
    <message>
        <source>bcftools does not read it either: have the program that wrote it write .vcf.gz.</source>
        <translation>bcftools læser det heller ikke: Lad programmet, der skrev det, skrive .vcf.gz.</translation>
    </message>
    <message>
        <source>The end of the file is missing: it was cut short.</source>
        <translation>Filens slutning mangler: den er klippet af.</translation>
    </message>
    <message>
        <source>The file is damaged (near byte {offset}).</source>
        <translation>Filen er beskadiget (nær byte {offset}).</translation>
    </message>
    <message>
        <source>Something lies behind the end of the file (at byte {offset}).</source>
        <translation>Der ligger noget efter filens slutning (ved byte {offset}).</translation>
    </message>
    <message>
        <source>Nobody can say what it is, so nothing was prepared.</source>
        <translation>Ingen kan sige, hvad det er, så intet blev forberedt.</translation>
    </message>
    <message>
        <source>Several compressed files were joined as they were: one ends at byte {offset}.</source>
        <translation>Flere pakkede filer er sat sammen, som de var: én slutter ved byte {offset}.</translation>
    </message>
    <message>
        <source>Join the files themselves: bcftools concat --naive -o NEW.vcf.gz FILES</source>
        <translation>Sæt selve filerne sammen: bcftools concat --naive -o NY.vcf.gz FILER</translation>
    </message>
    <message>
        <source>The file has no usable #CHROM line (line {line}).</source>
        <translation>Filen har ingen brugbar #CHROM-linje (linje {line}).</translation>
    </message>
    <message>
        <source>Make the file again with its header. Its last line is #CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO, FORMAT and the samples, with a tab and no blank between them.</source>
        <translation>Lav filen igen med sit hoved. Hovedets sidste linje er #CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO, FORMAT og prøverne, med en tabulator og intet mellemrum imellem.</translation>
    </message>
    <message>
        <source>The header is longer than {limit} bytes.</source>
        <translation>Hovedet er længere end {limit} byte.</translation>
    </message>
    <message>
        <source>Check whether this is really a VCF; if so, shorten its header.</source>
        <translation>Se efter, om det virkelig er en VCF; i så fald forkort hovedet.</translation>
    </message>
    <message>
        <source>Line {line} is longer than {limit} bytes.</source>
        <translation>Linje {line} er længere end {limit} byte.</translation>
    </message>
    <message>
        <source>Check whether this is really a VCF; a damaged file can look like one long line.</source>
        <translation>Se efter, om det virkelig er en VCF; en beskadiget fil kan ligne én lang linje.</translation>
    </message>
    <message>
        <source>This is BCF, and the part that reads it is missing on this computer.</source>
        <translation>Det er BCF, og den del, der læser det, mangler på denne computer.</translation>
    </message>
    <message>
        <source>Convert it first: bcftools view --no-version -Oz -o file.vcf.gz file.bcf</source>
        <translation>Convert it first: bcftools view --no-version -Oz -o file.vcf.gz file.bcf</translation>
    </message>
    <message>
        <source>Two columns of this BCF have the same sample name.</source>
        <translation>To kolonner i denne BCF har samme prøvenavn.</translation>
    </message>
    <message>
        <source>Make it again from its VCF with a name for each; no program reads it like this.</source>
        <translation>Lav den igen ud fra dens VCF med et navn til hver; intet program læser den sådan.</translation>
    </message>
    <message>
        <source>A sample of this BCF has no name.</source>
        <translation>En prøve i denne BCF har intet navn.</translation>
    </message>
    <message>
        <source>Something in the file has to be changed first ({blocking}).</source>
        <translation>Noget i filen skal ændres først ({blocking}).</translation>
    </message>
    <message>
        <source>Nothing was kept and nothing readable left this computer.</source>
        <translation>Intet blev gemt, og intet læseligt forlod denne computer.</translation>
    </message>
    <message>
        <source>“genoseal inspect” lists every place and says what to do.</source>
        <translation>“genoseal inspect” lists every place and says what to do.</translation>
    </message>
    <message>
        <source>How this job&apos;s files were prepared is not kept here.</source>
        <translation>Hvordan jobbets filer blev gjort klar, er ikke gemt her.</translation>
    </message>
    <message>
        <source>Job and results are as they were; only the report cannot be made again.</source>
        <translation>Job og resultater er, som de var; kun rapporten kan ikke laves igen.</translation>
    </message>
    <message>
        <source>Make it on the computer that sent the files, if it is another one.</source>
        <translation>Lav den på den computer, der sendte filerne, hvis det er en anden.</translation>
    </message>
    <message>
        <source>Use another copy, or the export you keep as a backup.</source>
        <translation>Brug en anden kopi eller den eksport, du har som sikkerhedskopi.</translation>
    </message>
    <message>
        <source>Two copies of this map were used apart from each other and disagree now.</source>
        <translation>To kopier af dette kort blev brugt hver for sig og er nu uenige.</translation>
    </message>
    <message>
        <source>Nothing was replaced: each copy still restores the results of its own jobs.</source>
        <translation>Intet blev erstattet: hver kopi gendanner stadig sine egne jobs resultater.</translation>
    </message>
    <message>
        <source>Go on with the copy that is kept here, or let a new map be made without --map.</source>
        <translation>Go on with the copy that is kept here, or let a new map be made without --map.</translation>
    </message>
    <message>
        <source>The file&apos;s ids are not this map&apos;s ({missing} missing, {unknown} unknown).</source>
        <translation>Filens id&apos;er er ikke dette korts ({missing} mangler, {unknown} ukendte).</translation>
    </message>
    <message>
        <source>A line of it has more or fewer columns than its header.</source>
        <translation>En linje i den har flere eller færre kolonner end dens header.</translation>
    </message>
    <message>
        <source>A name holds a sign that separates values in this table, such as a blank or a quotation mark.</source>
        <translation>Et navn indeholder et tegn, der skiller værdier i denne tabel, f.eks. et mellemrum eller et anførselstegn.</translation>
    </message>
    <message>
        <source>No names were put back, so that no value slips into another column.</source>
        <translation>Ingen navne blev sat tilbage, så ingen værdi glider over i en anden kolonne.</translation>
    </message>
    <message>
        <source>Use the table under its pseudonyms; “genoseal map find” shows which of them is whose.</source>
        <translation>Brug tabellen med dens pseudonymer; “genoseal map find” viser, hvilket der hører til hvem.</translation>
    </message>
    <message>
        <source>This is neither VCF or BCF nor text, so no names can be put back into it.</source>
        <translation>Dette er hverken VCF, BCF eller tekst, så der kan ikke sættes navne tilbage i den.</translation>
    </message>
    <message>
        <source>Leave it out. An index (.tbi, .csi) does not fit the file with names: make a new one (bcftools index).</source>
        <translation>Udelad den. Et indeks (.tbi, .csi) passer ikke til filen med navne: lav et nyt (bcftools index).</translation>
    </message>
    <message>
        <source>No names were put back, so that nobody gets another person&apos;s genotypes.</source>
        <translation>Ingen navne blev sat tilbage, så ingen får en andens genotyper.</translation>
    </message>
    <message>
        <source>Use the map of the job that these results belong to. Ids that a program changed on the way (a family or a number added; plink&apos;s doubled ids are known) have to be changed back first.</source>
        <translation>Brug kortet fra det job, resultaterne hører til. Id&apos;er, som et program har ændret undervejs (tilføjet en familie eller et nummer; plinks dobbelte id&apos;er kendes), skal først ændres tilbage.</translation>
    </message>
    <message>
        <source>Blank lines</source>
        <translation>Tomme linjer</translation>
    </message>
    <message>
        <source>A header among the records</source>
        <translation>Et hoved mellem posterne</translation>
    </message>
    <message>
        <source>Wrong number of columns</source>
        <translation>Forkert antal kolonner</translation>
    </message>
    <message>
        <source>Positions that are no numbers</source>
        <translation>Positioner, der ikke er tal</translation>
    </message>
    <message>
        <source>Positions outside the chromosome</source>
        <translation>Positioner uden for kromosomet</translation>
    </message>
    <message>
        <source>Not sorted by position</source>
        <translation>Ikke sorteret efter position</translation>
    </message>
    <message>
        <source>Chromosomes mixed up</source>
        <translation>Kromosomer blandet sammen</translation>
    </message>
    <message>
        <source>Records without genotypes</source>
        <translation>Poster uden genotyper</translation>
    </message>
    <message>
        <source>Genotypes that cannot be read</source>
        <translation>Genotyper, der ikke kan læses</translation>
    </message>
    <message>
        <source>Genotypes of alleles that are not there</source>
        <translation>Genotyper af alleler, der ikke findes</translation>
    </message>
    <message>
        <source>Wrong number of alleles in a genotype</source>
        <translation>Forkert antal alleler i en genotype</translation>
    </message>
    <message>
        <source>Mixed ploidy on X</source>
        <translation>Blandet ploidi på X</translation>
    </message>
    <message>
        <source>No samples</source>
        <translation>Ingen prøver</translation>
    </message>
    <message>
        <source>A sample without a name</source>
        <translation>En prøve uden navn</translation>
    </message>
    <message>
        <source>The same sample name twice</source>
        <translation>Samme prøvenavn to gange</translation>
    </message>
    <message>
        <source>Too few samples</source>
        <translation>For få prøver</translation>
    </message>
    <message>
        <source>Too many samples</source>
        <translation>For mange prøver</translation>
    </message>
    <message>
        <source>Other samples than in the first file</source>
        <translation>Andre prøver end i den første fil</translation>
    </message>
    <message>
        <source>Samples in another order than in the first file</source>
        <translation>Prøver i en anden rækkefølge end i den første fil</translation>
    </message>
    <message>
        <source>The same chromosome in two files</source>
        <translation>Samme kromosom i to filer</translation>
    </message>
    <message>
        <source>Two genome builds in the header</source>
        <translation>To genomversioner i hovedet</translation>
    </message>
    <message>
        <source>Genome build unknown</source>
        <translation>Ukendt genomversion</translation>
    </message>
    <message>
        <source>Another genome build than given</source>
        <translation>En anden genomversion end angivet</translation>
    </message>
    <message>
        <source>Neither hg19 nor hg38</source>
        <translation>Hverken hg19 eller hg38</translation>
    </message>
    <message>
        <source>Positions fit the other genome build</source>
        <translation>Positionerne passer til den anden genomversion</translation>
    </message>
    <message>
        <source>Positions fit hg19</source>
        <translation>Positionerne passer til hg19</translation>
    </message>
    <message>
        <source>Positions fit hg38</source>
        <translation>Positionerne passer til hg38</translation>
    </message>
    <message>
        <source>Other alleles than on the site list</source>
        <translation>Andre alleler end på positionslisten</translation>
    </message>
    <message>
        <source>Sites whose strand cannot be told</source>
        <translation>Positioner, hvis streng ikke kan afgøres</translation>
    </message>
    <message>
        <source>Other allele frequencies than on the site list</source>
        <translation>Andre allelfrekvenser end på positionslisten</translation>
    </message>
    <message>
        <source>Most sites are not on the site list</source>
        <translation>De fleste positioner er ikke på positionslisten</translation>
    </message>
    <message>
        <source>Too few sites on the site list</source>
        <translation>For få positioner på positionslisten</translation>
    </message>
    <message>
        <source>REF and ALT the other way round</source>
        <translation>REF og ALT byttet om</translation>
    </message>
    <message>
        <source>Many sites on the other strand</source>
        <translation>Mange positioner på den anden streng</translation>
    </message>
    <message>
        <source>Sites on the other strand</source>
        <translation>Positioner på den anden streng</translation>
    </message>
    <message>
        <source>No records</source>
        <translation>Ingen poster</translation>
    </message>
    <message>
        <source>No record would be left</source>
        <translation>Ingen post ville blive tilbage</translation>
    </message>
    <message>
        <source>No part passes the service&apos;s quality control</source>
        <translation>Ingen del klarer tjenestens kvalitetskontrol</translation>
    </message>
    <message>
        <source>Chromosome spelled differently</source>
        <translation>Kromosomet staves anderledes</translation>
    </message>
    <message>
        <source>Several chromosomes in one file</source>
        <translation>Flere kromosomer i én fil</translation>
    </message>
    <message>
        <source>Chromosomes that are not sent</source>
        <translation>Kromosomer, der ikke sendes</translation>
    </message>
    <message>
        <source>A chromosome without a record left</source>
        <translation>Et kromosom, som ingen post er tilbage af</translation>
    </message>
    <message>
        <source>The parts that X and Y share</source>
        <translation>De dele, X og Y har fælles</translation>
    </message>
    <message>
        <source>Contigs that are no chromosome</source>
        <translation>Contigs, der ikke er kromosomer</translation>
    </message>
    <message>
        <source>A gVCF</source>
        <translation>En gVCF</translation>
    </message>
    <message>
        <source>A field that the file does not have</source>
        <translation>Et felt, som filen ikke har</translation>
    </message>
    <message>
        <source>VCF version</source>
        <translation>VCF-version</translation>
    </message>
    <message>
        <source>Header not in UTF-8</source>
        <translation>Hovedet er ikke i UTF-8</translation>
    </message>
    <message>
        <source>A byte order mark before the header</source>
        <translation>Et byte order mark før hovedet</translation>
    </message>
    <message>
        <source>Keys in FORMAT that are none, or there twice</source>
        <translation>Nøgler i FORMAT, som ingen er eller står to gange</translation>
    </message>
    <message>
        <source>Half-known genotypes</source>
        <translation>Halvt kendte genotyper</translation>
    </message>
    <message>
        <source>Samples whose genotypes on X are lost</source>
        <translation>Prøver, hvis genotyper på X går tabt</translation>
    </message>
    <message>
        <source>Little free space</source>
        <translation>Lidt ledig plads</translation>
    </message>
    <message>
        <source>Ids that look like people&apos;s numbers</source>
        <translation>Id&apos;er, der ligner personers numre</translation>
    </message>
    <message>
        <source>Samples with one allele on X, written as half calls</source>
        <translation>Prøver med én allel på X, skrevet som halvt kendte genotyper</translation>
    </message>
    <message>
        <source>Not what was approved</source>
        <translation>Ikke det, der blev godkendt</translation>
    </message>
    <message>
        <source>Lower-case alleles</source>
        <translation>Alleler med små bogstaver</translation>
    </message>
    <message>
        <source>Values that cannot be read</source>
        <translation>Værdier, der ikke kan læses</translation>
    </message>
    <message>
        <source>IDs that do not leave</source>
        <translation>ID’er, der ikke sendes</translation>
    </message>
    <message>
        <source>Files of different builds</source>
        <translation>Filer med hver sit build</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Sites with many missing genotypes</source>
        <translation>Positioner med mange manglende genotyper</translation>
    </message>
    <message>
        <source>Samples with many missing genotypes in a window</source>
        <translation>Prøver med mange manglende genotyper i et vindue</translation>
    </message>
    <message>
        <source>Windows with too few sites</source>
        <translation>Vinduer med for få positioner</translation>
    </message>
    <message>
        <source>Windows with too few sites of the site list</source>
        <translation>Vinduer med for få steder fra positionslisten</translation>
    </message>
    <message>
        <source>Too many sites in a window</source>
        <translation>For mange positioner i et vindue</translation>
    </message>
    <message>
        <source>File too large for the service</source>
        <translation>Filen er for stor til tjenesten</translation>
    </message>
    <message>
        <source>Records that did not pass their filter</source>
        <translation>Poster, der ikke klarede deres filter</translation>
    </message>
    <message>
        <source>Records without an alternate allele</source>
        <translation>Poster uden alternativ allel</translation>
    </message>
    <message>
        <source>Symbolic alleles and breakends</source>
        <translation>Symbolske alleler og brudender</translation>
    </message>
    <message>
        <source>Records with several alternate alleles</source>
        <translation>Poster med flere alternative alleler</translation>
    </message>
    <message>
        <source>Alleles with other letters than A, C, G, T</source>
        <translation>Alleler med andre bogstaver end A, C, G, T</translation>
    </message>
    <message>
        <source>Insertions and deletions</source>
        <translation>Insertioner og deletioner</translation>
    </message>
    <message>
        <source>Changes of several bases at once</source>
        <translation>Ændringer af flere baser på én gang</translation>
    </message>
    <message>
        <source>Records with two equal alleles</source>
        <translation>Poster med to ens alleler</translation>
    </message>
    <message>
        <source>Regions that the policy leaves out</source>
        <translation>Områder, som politikken udelader</translation>
    </message>
    <message>
        <source>Sites that are not on the list</source>
        <translation>Positioner, der ikke er på listen</translation>
    </message>
    <message>
        <source>The same site twice</source>
        <translation>Samme position to gange</translation>
    </message>
    <message>
        <source>Sites that nobody varies at</source>
        <translation>Positioner, hvor ingen varierer</translation>
    </message>
    <message>
        <source>Rare alleles</source>
        <translation>Sjældne alleler</translation>
    </message>
    <message>
        <source>Two ploidies at a bound of PAR</source>
        <translation>To ploidier på en grænse af PAR</translation>
    </message>
    <message>
        <source>Sample names</source>
        <translation>Prøvenavne</translation>
    </message>
    <message>
        <source>National identity numbers</source>
        <translation>Nationale identitetsnumre</translation>
    </message>
    <message>
        <source>Names of persons</source>
        <translation>Personnavne</translation>
    </message>
    <message>
        <source>Dates of birth</source>
        <translation>Fødselsdatoer</translation>
    </message>
    <message>
        <source>Medical record numbers</source>
        <translation>Journalnumre</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>E-mailadresser</translation>
    </message>
    <message>
        <source>Telephone numbers</source>
        <translation>Telefonnumre</translation>
    </message>
    <message>
        <source>Passwords and access keys</source>
        <translation>Adgangskoder og adgangsnøgler</translation>
    </message>
    <message>
        <source>Paths and file names</source>
        <translation>Stier og filnavne</translation>
    </message>
    <message>
        <source>Names of computers</source>
        <translation>Computernavne</translation>
    </message>
    <message>
        <source>Licence strings</source>
        <translation>Licenstekster</translation>
    </message>
    <message>
        <source>Command lines</source>
        <translation>Kommandolinjer</translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>Datoer og tider</translation>
    </message>
    <message>
        <source>Array and flow cell barcodes</source>
        <translation>Stregkoder for arrays og flowceller</translation>
    </message>
    <message>
        <source>The file&apos;s name</source>
        <translation>Filens navn</translation>
    </message>
    <message>
        <source>It was not installed, and nothing is sent under it.</source>
        <translation>Den blev ikke installeret, og intet sendes under den.</translation>
    </message>
    <message>
        <source>Ask your institution for its current profile and the .minisig file beside it.</source>
        <translation>Bed din institution om dens aktuelle profil og .minisig-filen ved siden af.</translation>
    </message>
    <message>
        <source>Nothing is sent. Results, restoring names and deleting work as always.</source>
        <translation>Intet sendes. Resultater, navne og sletning virker som altid.</translation>
    </message>
    <message>
        <source>The transfer keeps its place; nothing else was changed.</source>
        <translation>Overførslen beholder sin plads; intet andet blev ændret.</translation>
    </message>
    <message>
        <source>The log is left exactly as it was found: {complete_until} lines are proven.</source>
        <translation>Loggen efterlades præcis, som den blev fundet: {complete_until} linjer er bevist.</translation>
    </message>
    <message>
        <source>Keep a copy of it and tell your institution&apos;s data protection officer.</source>
        <translation>Behold en kopi, og sig det til din institutions databeskyttelsesrådgiver.</translation>
    </message>
    <message>
        <source>No institution&apos;s profile is installed.</source>
        <translation>Ingen institutions profil er installeret.</translation>
    </message>
    <message>
        <source>Genoseal does not know a service to speak to, so it spoke to none.</source>
        <translation>Genoseal kender ingen tjeneste at tale med, så det talte med ingen.</translation>
    </message>
    <message>
        <source>Run “genoseal profile install FILE --key-fingerprint XXXX-XXXX-XXXX-XXXX” with what your institution gave you. To try everything without one: “genoseal demo”.</source>
        <translation>Run “genoseal profile install FILE --key-fingerprint XXXX-XXXX-XXXX-XXXX” with what your institution gave you. To try everything without one: “genoseal demo”.</translation>
    </message>
    <message>
        <source>The profile or its signature is missing or cannot be read ({which}).</source>
        <translation>Profilen eller dens underskrift mangler eller kan ikke læses ({which}).</translation>
    </message>
    <message>
        <source>Put the .minisig file beside the profile; both come from your institution.</source>
        <translation>Læg .minisig-filen ved siden af profilen; begge kommer fra din institution.</translation>
    </message>
    <message>
        <source>The key fingerprint is not four groups of four letters and digits.</source>
        <translation>Fingeraftrykket er ikke fire grupper a fire bogstaver og cifre.</translation>
    </message>
    <message>
        <source>Type it as on your institution&apos;s sheet: XXXX-XXXX-XXXX-XXXX (A to Z, 2 to 7).</source>
        <translation>Skriv det som på institutionens ark: XXXX-XXXX-XXXX-XXXX (A til Z, 2 til 7).</translation>
    </message>
    <message>
        <source>The profile is good but could not be stored ({reason}).</source>
        <translation>Profilen er god, men kunne ikke gemmes ({reason}).</translation>
    </message>
    <message>
        <source>The profile you had, if any, still counts.</source>
        <translation>Den profil, du havde, gælder stadig.</translation>
    </message>
    <message>
        <source>The profile cannot be read ({reason}).</source>
        <translation>Profilen kan ikke læses ({reason}).</translation>
    </message>
    <message>
        <source>The signature file is not one.</source>
        <translation>Underskriftsfilen er ingen underskrift.</translation>
    </message>
    <message>
        <source>The profile is signed, but “{field}” is not what it may be ({reason}).</source>
        <translation>Profilen er underskrevet, men “{field}” er ikke, hvad det må være ({reason}).</translation>
    </message>
    <message>
        <source>Tell your institution; its profile needs a correction.</source>
        <translation>Sig det til din institution; profilen skal rettes.</translation>
    </message>
    <message>
        <source>The profile is made for a newer version of Genoseal (schema {schema}).</source>
        <translation>Profilen er til en nyere version af Genoseal (skema {schema}).</translation>
    </message>
    <message>
        <source>The profile cannot be trusted.</source>
        <translation>Profilen kan ikke betros.</translation>
    </message>
    <message>
        <source>The profile or its signature was changed after signing.</source>
        <translation>Profilen eller dens underskrift blev ændret efter underskriften.</translation>
    </message>
    <message>
        <source>The profile is signed by another key than the one you typed or trust already.</source>
        <translation>Profilen er underskrevet med en anden nøgle end den, du skrev eller allerede stoler på.</translation>
    </message>
    <message>
        <source>It may be forged. It was not installed.</source>
        <translation>Den kan være forfalsket. Den blev ikke installeret.</translation>
    </message>
    <message>
        <source>Compare with the fingerprint on paper or on your institution&apos;s own page.</source>
        <translation>Sammenlign med fingeraftrykket på papir eller på institutionens egen side.</translation>
    </message>
    <message>
        <source>The signature is real, but was made for something else ({field}).</source>
        <translation>Underskriften er ægte, men lavet til noget andet ({field}).</translation>
    </message>
    <message>
        <source>This profile is not newer than the one installed ({serial}, {installed_serial}).</source>
        <translation>Denne profil er ikke nyere end den installerede ({serial}, {installed_serial}).</translation>
    </message>
    <message>
        <source>The installed profile still counts.</source>
        <translation>Den installerede profil gælder stadig.</translation>
    </message>
    <message>
        <source>Nothing needs to be done; ask for a newer one if you were told to.</source>
        <translation>Intet skal gøres; bed om en nyere, hvis du fik det at vide.</translation>
    </message>
    <message>
        <source>The record of the key this profile was trusted with is gone.</source>
        <translation>Optegnelsen om den nøgle, profilen blev betroet med, er væk.</translation>
    </message>
    <message>
        <source>Install the profile again and type its fingerprint.</source>
        <translation>Installér profilen igen, og skriv dens fingeraftryk.</translation>
    </message>
    <message>
        <source>The profile has run out ({not_after}).</source>
        <translation>Profilen er udløbet ({not_after}).</translation>
    </message>
    <message>
        <source>Ask your institution for its current profile, and check this computer&apos;s date.</source>
        <translation>Bed din institution om den aktuelle profil, og se efter computerens dato.</translation>
    </message>
    <message>
        <source>The profile is valid for longer than the {max_days} days a profile may be.</source>
        <translation>Profilen gælder længere end de {max_days} dage, en profil må.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date; if it is right, tell your institution.</source>
        <translation>Se efter computerens dato; er den rigtig, så sig det til din institution.</translation>
    </message>
    <message>
        <source>The system&apos;s {which} lies where others than the administrator can write ({reason}).</source>
        <translation>Systemets {which} ligger, hvor andre end administratoren kan skrive ({reason}).</translation>
    </message>
    <message>
        <source>There are {count} system profiles and nothing decides between them.</source>
        <translation>Der er {count} systemprofiler, og intet vælger mellem dem.</translation>
    </message>
    <message>
        <source>This computer&apos;s profile is set by your institution.</source>
        <translation>Denne computers profil er bestemt af din institution.</translation>
    </message>
    <message>
        <source>A profile of your own is not installed beside it.</source>
        <translation>En profil af dine egne installeres ikke ved siden af.</translation>
    </message>
    <message>
        <source>The policy file of this computer sets what it may not set ({setting}, {reason}).</source>
        <translation>Computerens politikfil sætter, hvad den ikke må ({setting}, {reason}).</translation>
    </message>
    <message>
        <source>Your institution wants version {minimum} or later; this is {installed}.</source>
        <translation>Din institution kræver version {minimum} eller nyere; dette er {installed}.</translation>
    </message>
    <message>
        <source>A signature is refused.</source>
        <translation>En underskrift afvises.</translation>
    </message>
    <message>
        <source>A signature or key is not in minisign&apos;s form.</source>
        <translation>En underskrift eller nøgle har ikke minisigns form.</translation>
    </message>
    <message>
        <source>The signature is of an old kind that is not accepted.</source>
        <translation>Underskriften er af en gammel slags, der ikke godtages.</translation>
    </message>
    <message>
        <source>Tell your institution to sign with a current minisign (prehashed).</source>
        <translation>Bed din institution underskrive med et aktuelt minisign (prehashed).</translation>
    </message>
    <message>
        <source>The signature was made by another key than the one you trust.</source>
        <translation>Underskriften er lavet med en anden nøgle end den, du stoler på.</translation>
    </message>
    <message>
        <source>The file was changed after signing.</source>
        <translation>Filen blev ændret efter underskriften.</translation>
    </message>
    <message>
        <source>The comment inside the signature was changed after signing.</source>
        <translation>Bemærkningen i underskriften blev ændret efter underskriften.</translation>
    </message>
    <message>
        <source>Another Genoseal (process {driver_pid}) is sending already.</source>
        <translation>En anden Genoseal (proces {driver_pid}) sender allerede.</translation>
    </message>
    <message>
        <source>What you asked for is queued, and that one takes it up.</source>
        <translation>Det, du bad om, er i køen, og den tager det op.</translation>
    </message>
    <message>
        <source>“genoseal outbox” shows how far it is.</source>
        <translation>“genoseal outbox” shows how far it is.</translation>
    </message>
    <message>
        <source>The outbox was written by a newer version of Genoseal.</source>
        <translation>Udbakken er skrevet af en nyere version af Genoseal.</translation>
    </message>
    <message>
        <source>No transfer has that id.</source>
        <translation>Ingen overførsel har det id.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Intet blev ændret.</translation>
    </message>
    <message>
        <source>“genoseal outbox” shows the ids.</source>
        <translation>“genoseal outbox” shows the ids.</translation>
    </message>
    <message>
        <source>This transfer is {state} and cannot be stopped any more.</source>
        <translation>Overførslen er {state} og kan ikke stoppes mere.</translation>
    </message>
    <message>
        <source>The service may have the job already.</source>
        <translation>Tjenesten kan allerede have jobbet.</translation>
    </message>
    <message>
        <source>Cancel or delete the job itself: “genoseal jobs cancel”, “genoseal delete”.</source>
        <translation>Cancel or delete the job itself: “genoseal jobs cancel”, “genoseal delete”.</translation>
    </message>
    <message>
        <source>This transfer was queued for another service than the installed profile&apos;s.</source>
        <translation>Overførslen blev sat i kø til en anden tjeneste end den installerede profils.</translation>
    </message>
    <message>
        <source>Nothing of it goes anywhere else.</source>
        <translation>Intet af den går andre steder hen.</translation>
    </message>
    <message>
        <source>Install the profile it was made under, or cancel it and send again.</source>
        <translation>Installér den profil, den blev lavet under, eller annullér og send igen.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Der er intet at sende.</translation>
    </message>
    <message>
        <source>No file was given, or the policy leaves out every chromosome in them.</source>
        <translation>Ingen fil blev givet, eller politikken udelader alle kromosomer i dem.</translation>
    </message>
    <message>
        <source>“genoseal inspect” shows what is in the files.</source>
        <translation>“genoseal inspect” shows what is in the files.</translation>
    </message>
    <message>
        <source>File {file_number} of this submission is gone or cannot be read.</source>
        <translation>Fil {file_number} i denne indsendelse er væk eller kan ikke læses.</translation>
    </message>
    <message>
        <source>Put it back and run “genoseal resume”, or cancel the transfer.</source>
        <translation>Put it back and run “genoseal resume”, or cancel the transfer.</translation>
    </message>
    <message>
        <source>File {file_number} was changed after it was queued.</source>
        <translation>Fil {file_number} blev ændret, efter den kom i køen.</translation>
    </message>
    <message>
        <source>Your consent was for the file as it was, so the submission is withdrawn.</source>
        <translation>Dit samtykke gjaldt filen, som den var, så indsendelsen trækkes tilbage.</translation>
    </message>
    <message>
        <source>Send it again as it is now.</source>
        <translation>Send den igen, som den er nu.</translation>
    </message>
    <message>
        <source>There is no room on the disk for the sealed copy.</source>
        <translation>Der er ikke plads på disken til den forseglede kopi.</translation>
    </message>
    <message>
        <source>Make room ({free_bytes} were free when it stopped), then run “genoseal resume”.</source>
        <translation>Make room ({free_bytes} were free when it stopped), then run “genoseal resume”.</translation>
    </message>
    <message>
        <source>The outbox folder cannot be written or read (system error {errno}).</source>
        <translation>Udbakkens mappe kan ikke skrives eller læses (systemfejl {errno}).</translation>
    </message>
    <message>
        <source>Check the disk and who may write to Genoseal&apos;s folder.</source>
        <translation>Se efter disken, og hvem der må skrive i Genoseals mappe.</translation>
    </message>
    <message>
        <source>The record of this transfer is damaged.</source>
        <translation>Optegnelsen om denne overførsel er beskadiget.</translation>
    </message>
    <message>
        <source>It is set aside; the others go on.</source>
        <translation>Den er lagt til side; de andre fortsætter.</translation>
    </message>
    <message>
        <source>Cancel it and send the files again.</source>
        <translation>Annullér den, og send filerne igen.</translation>
    </message>
    <message>
        <source>The outbox&apos;s ledger cannot be read any more.</source>
        <translation>Udbakkens hovedbog kan ikke læses mere.</translation>
    </message>
    <message>
        <source>It is left where it is, untouched. Nothing readable was sent.</source>
        <translation>Den ligger urørt, hvor den er. Intet læseligt blev sendt.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or move the outbox folder away and send again.</source>
        <translation>Gendan den fra en sikkerhedskopi, eller flyt udbakkens mappe væk og send igen.</translation>
    </message>
    <message>
        <source>The process that prepares and sends ended {times} times without getting further.</source>
        <translation>Processen, der forbereder og sender, sluttede {times} gange uden at komme videre.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then run “genoseal resume”.</source>
        <translation>Close other programs to free memory, then run “genoseal resume”.</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>Der er allerede en fil med det navn.</translation>
    </message>
    <message>
        <source>Choose another name, or add --force to replace it.</source>
        <translation>Choose another name, or add --force to replace it.</translation>
    </message>
    <message>
        <source>The activity log cannot be read or written ({reason}).</source>
        <translation>Aktivitetsloggen kan ikke læses eller skrives ({reason}).</translation>
    </message>
    <message>
        <source>What may not happen without a log line did not happen.</source>
        <translation>Det, der ikke må ske uden en loglinje, skete ikke.</translation>
    </message>
    <message>
        <source>The activity log was written by a newer version of Genoseal.</source>
        <translation>Aktivitetsloggen er skrevet af en nyere version af Genoseal.</translation>
    </message>
    <message>
        <source>The activity log is not what was written.</source>
        <translation>Aktivitetsloggen er ikke, hvad der blev skrevet.</translation>
    </message>
    <message>
        <source>Line {line} of the activity log was changed.</source>
        <translation>Linje {line} i aktivitetsloggen blev ændret.</translation>
    </message>
    <message>
        <source>Lines before line {line} of the activity log were removed.</source>
        <translation>Linjer før linje {line} i aktivitetsloggen blev fjernet.</translation>
    </message>
    <message>
        <source>The lines of the activity log were put into another order (at line {line}).</source>
        <translation>Aktivitetsloggens linjer blev sat i en anden rækkefølge (ved linje {line}).</translation>
    </message>
    <message>
        <source>The end of the activity log is missing.</source>
        <translation>Slutningen af aktivitetsloggen mangler.</translation>
    </message>
    <message>
        <source>The activity log was written anew from some line on.</source>
        <translation>Aktivitetsloggen blev skrevet om fra en linje af.</translation>
    </message>
    <message>
        <source>The job has no results: it is {state}.</source>
        <translation>Jobbet har ingen resultater: det er {state}.</translation>
    </message>
    <message>
        <source>Nothing was downloaded.</source>
        <translation>Intet blev hentet.</translation>
    </message>
    <message>
        <source>“genoseal jobs” shows the service&apos;s messages.</source>
        <translation>“genoseal jobs” shows the service&apos;s messages.</translation>
    </message>
    <message>
        <source>A receipt, certificate or key could not be stored ({reason}).</source>
        <translation>En kvittering, et bevis eller en nøgle kunne ikke gemmes ({reason}).</translation>
    </message>
    <message>
        <source>What the service has done stays done.</source>
        <translation>Det, tjenesten har gjort, forbliver gjort.</translation>
    </message>
    <message>
        <source>Make room on the disk, then give the command again.</source>
        <translation>Skaf plads på disken, og prøv igen.</translation>
    </message>
    <message>
        <source>A stored {which} cannot be read any more.</source>
        <translation>En gemt {which} kan ikke læses mere.</translation>
    </message>
    <message>
        <source>Restore Genoseal&apos;s folder from a backup.</source>
        <translation>Gendan Genoseals mappe fra en sikkerhedskopi.</translation>
    </message>
    <message>
        <source>A stored record was written by a newer version of Genoseal.</source>
        <translation>En gemt optegnelse er skrevet af en nyere version af Genoseal.</translation>
    </message>
    <message>
        <source>This computer does not hold the key for this job&apos;s results.</source>
        <translation>Denne computer har ikke nøglen til jobbets resultater.</translation>
    </message>
    <message>
        <source>They are sealed to a key made where the job was sent.</source>
        <translation>De er forseglet til en nøgle, der blev lavet, hvor jobbet blev sendt.</translation>
    </message>
    <message>
        <source>Bring it over with “genoseal keys export” there and “genoseal keys import” here.</source>
        <translation>Bring it over with “genoseal keys export” there and “genoseal keys import” here.</translation>
    </message>
    <message>
        <source>This is not a backup of result keys, or it is damaged.</source>
        <translation>Det er ikke en sikkerhedskopi af resultatnøgler, eller den er beskadiget.</translation>
    </message>
    <message>
        <source>No key was brought over.</source>
        <translation>Ingen nøgle blev hentet over.</translation>
    </message>
    <message>
        <source>Use the file that “genoseal keys export” wrote.</source>
        <translation>Use the file that “genoseal keys export” wrote.</translation>
    </message>
    <message>
        <source>A result would become larger than it may ({limit}: {max_bytes}).</source>
        <translation>Et resultat ville blive større, end det må ({limit}: {max_bytes}).</translation>
    </message>
    <message>
        <source>It was not written, so that it cannot fill your disk.</source>
        <translation>Det blev ikke skrevet, så det ikke kan fylde din disk.</translation>
    </message>
    <message>
        <source>Tell your institution&apos;s helpdesk the code.</source>
        <translation>Fortæl din institutions helpdesk koden.</translation>
    </message>
    <message>
        <source>A result of that name lies there already.</source>
        <translation>Der ligger allerede et resultat med det navn.</translation>
    </message>
    <message>
        <source>Choose another folder, or add --force to replace it.</source>
        <translation>Choose another folder, or add --force to replace it.</translation>
    </message>
    <message>
        <source>The folder for the results cannot be used ({reason}).</source>
        <translation>Mappen til resultaterne kan ikke bruges ({reason}).</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Intet blev skrevet.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to, and not a link.</source>
        <translation>Vælg en mappe, du må skrive i, og ikke et link.</translation>
    </message>
    <message>
        <source>What was half written is removed; the results that are there are whole.</source>
        <translation>Det halvt skrevne er fjernet; de resultater, der ligger der, er hele.</translation>
    </message>
    <message>
        <source>Make room and try again, and it goes on there; or choose another disk.</source>
        <translation>Skaf plads og prøv igen, så fortsætter det dér; eller vælg en anden disk.</translation>
    </message>
    <message>
        <source>The job has no result of that name.</source>
        <translation>Jobbet har intet resultat med det navn.</translation>
    </message>
    <message>
        <source>Nothing was fetched.</source>
        <translation>Intet blev hentet.</translation>
    </message>
    <message>
        <source>“genoseal jobs --job” shows what its results are called.</source>
        <translation>“genoseal jobs --job” viser, hvad dets resultater hedder.</translation>
    </message>
    <message>
        <source>The results carry other pseudonyms than this job&apos;s map.</source>
        <translation>Resultaterne bærer andre pseudonymer end jobbets kort.</translation>
    </message>
    <message>
        <source>Fetch them with --keep-pseudonyms, and tell the helpdesk the code.</source>
        <translation>Fetch them with --keep-pseudonyms, and tell the helpdesk the code.</translation>
    </message>
    <message>
        <source>The process that opens results ended without an answer.</source>
        <translation>Processen, der åbner resultater, sluttede uden svar.</translation>
    </message>
    <message>
        <source>Close other programs to free memory and try again.</source>
        <translation>Luk andre programmer for at frigøre hukommelse, og prøv igen.</translation>
    </message>
    <message>
        <source>The result opened, but its names could not be put back ({reason}).</source>
        <translation>Resultatet blev åbnet, men navnene kunne ikke sættes tilbage ({reason}).</translation>
    </message>
    <message>
        <source>Nothing of it was written; all other results were fetched.</source>
        <translation>Intet af det blev skrevet; alle andre resultater blev hentet.</translation>
    </message>
    <message>
        <source>Fetch it with --name and --keep-pseudonyms, and tell the helpdesk the code.</source>
        <translation>Hent det med --name og --keep-pseudonyms, og oplys helpdesken koden.</translation>
    </message>
    <message>
        <source>There is no such certificate file, or it cannot be read.</source>
        <translation>Der er ikke sådan en bevisfil, eller den kan ikke læses.</translation>
    </message>
    <message>
        <source>Nothing was verified.</source>
        <translation>Intet blev kontrolleret.</translation>
    </message>
    <message>
        <source>Certificates lie in Genoseal&apos;s folder, under certificates/.</source>
        <translation>Beviser ligger i Genoseals mappe under certificates/.</translation>
    </message>
    <message>
        <source>This is not a deletion certificate, or it is damaged.</source>
        <translation>Det er ikke et slettebevis, eller det er beskadiget.</translation>
    </message>
    <message>
        <source>It proves nothing.</source>
        <translation>Det beviser intet.</translation>
    </message>
    <message>
        <source>Use the copy in Genoseal&apos;s folder, under certificates/.</source>
        <translation>Brug kopien i Genoseals mappe under certificates/.</translation>
    </message>
    <message>
        <source>What was fetched so far is kept, sealed.</source>
        <translation>Det, der er hentet indtil nu, er gemt forseglet.</translation>
    </message>
    <message>
        <source>Give the command again: the download goes on where it stopped.</source>
        <translation>Prøv igen: hentningen fortsætter, hvor den slap.</translation>
    </message>
    <message>
        <source>No output was left behind.</source>
        <translation>Intet resultat blev efterladt.</translation>
    </message>
    <message>
        <source>Get another copy from whoever made it.</source>
        <translation>Få en anden kopi fra den, der lavede den.</translation>
    </message>
    <message>
        <source>The sealed file cannot be read.</source>
        <translation>Den forseglede fil kan ikke læses.</translation>
    </message>
    <message>
        <source>This is not a sealed file.</source>
        <translation>Det er ikke en forseglet fil.</translation>
    </message>
    <message>
        <source>Check the name. A copy made in text mode is damaged from the start: copy it again.</source>
        <translation>Se efter navnet. En kopi lavet i teksttilstand er beskadiget fra begyndelsen: kopiér den igen.</translation>
    </message>
    <message>
        <source>This file was sealed by a newer version (format {version}).</source>
        <translation>Filen er forseglet af en nyere version (format {version}).</translation>
    </message>
    <message>
        <source>This file was not sealed for the key you gave.</source>
        <translation>Filen blev ikke forseglet til den nøgle, du gav.</translation>
    </message>
    <message>
        <source>It can be opened with {recipients} other key(s). No output was left behind.</source>
        <translation>Den kan åbnes med {recipients} andre nøgler. Intet resultat blev efterladt.</translation>
    </message>
    <message>
        <source>Use the matching private key, or ask for the file to be sealed to yours.</source>
        <translation>Brug den tilhørende private nøgle, eller bed om, at filen forsegles til din.</translation>
    </message>
    <message>
        <source>The beginning of the sealed file was changed or is damaged.</source>
        <translation>Begyndelsen af den forseglede fil blev ændret eller er beskadiget.</translation>
    </message>
    <message>
        <source>The sealed file was changed, cut short or added to.</source>
        <translation>Den forseglede fil blev ændret, afkortet eller forlænget.</translation>
    </message>
    <message>
        <source>Something that Genoseal keeps on this computer does not open any more.</source>
        <translation>Noget, Genoseal gemmer på denne computer, kan ikke åbnes mere.</translation>
    </message>
    <message>
        <source>It was changed, or belongs to another vault. Nothing was overwritten.</source>
        <translation>Det blev ændret eller hører til et andet pengeskab. Intet blev overskrevet.</translation>
    </message>
    <message>
        <source>Restore Genoseal&apos;s folder together with its keyring or vault from one backup.</source>
        <translation>Gendan Genoseals mappe sammen med dens nøglering eller pengeskab fra én sikkerhedskopi.</translation>
    </message>
    <message>
        <source>Something that Genoseal keeps here was written by a newer version.</source>
        <translation>Noget, Genoseal gemmer her, er skrevet af en nyere version.</translation>
    </message>
    <message>
        <source>Nothing was overwritten.</source>
        <translation>Intet blev overskrevet.</translation>
    </message>
    <message>
        <source>The file that should open with a passphrase is damaged.</source>
        <translation>Filen, der skulle åbnes med en adgangssætning, er beskadiget.</translation>
    </message>
    <message>
        <source>The passphrase was not even tried.</source>
        <translation>Adgangssætningen blev ikke engang prøvet.</translation>
    </message>
    <message>
        <source>Use another copy of the file.</source>
        <translation>Brug en anden kopi af filen.</translation>
    </message>
    <message>
        <source>The file asks for more memory than a passphrase may cost.</source>
        <translation>Filen kræver mere hukommelse, end en adgangssætning må koste.</translation>
    </message>
    <message>
        <source>It was not made by Genoseal; the passphrase was not tried.</source>
        <translation>Den er ikke lavet af Genoseal; adgangssætningen blev ikke prøvet.</translation>
    </message>
    <message>
        <source>The service gave another number of bytes than it signed for.</source>
        <translation>Tjenesten gav et andet antal byte, end den skrev under på.</translation>
    </message>
    <message>
        <source>The download was thrown away and nothing was opened.</source>
        <translation>Det hentede er smidt væk, og intet blev åbnet.</translation>
    </message>
    <message>
        <source>Try again. If it stays, tell the helpdesk the code.</source>
        <translation>Prøv igen. Bliver det ved, så fortæl helpdesk koden.</translation>
    </message>
    <message>
        <source>The bytes that came are not those the service signed for.</source>
        <translation>De byte, der kom, er ikke dem, tjenesten skrev under på.</translation>
    </message>
    <message>
        <source>The results do not open with this job&apos;s key ({reason}).</source>
        <translation>Resultaterne åbner ikke med jobbets nøgle ({reason}).</translation>
    </message>
    <message>
        <source>They are the bytes the service signed; nothing was written.</source>
        <translation>Det er de byte, tjenesten skrev under på; intet blev skrevet.</translation>
    </message>
    <message>
        <source>Tell the helpdesk the code: the service sealed them for another key.</source>
        <translation>Fortæl helpdesk koden: tjenesten forseglede dem til en anden nøgle.</translation>
    </message>
    <message>
        <source>Nothing of yours was sent there.</source>
        <translation>Intet af dit blev sendt dertil.</translation>
    </message>
    <message>
        <source>Try again later; “genoseal resume” goes on where it stopped.</source>
        <translation>Try again later; “genoseal resume” goes on where it stopped.</translation>
    </message>
    <message>
        <source>Do not go on. Call your institution&apos;s helpdesk and tell them the code.</source>
        <translation>Fortsæt ikke. Ring til din institutions helpdesk, og nævn koden.</translation>
    </message>
    <message>
        <source>What it says does not count, and nothing was changed because of it.</source>
        <translation>Det, den siger, tæller ikke, og intet blev ændret på grund af det.</translation>
    </message>
    <message>
        <source>The service cannot be used at the moment.</source>
        <translation>Tjenesten kan ikke bruges i øjeblikket.</translation>
    </message>
    <message>
        <source>The service cannot be reached ({reason}).</source>
        <translation>Tjenesten kan ikke nås ({reason}).</translation>
    </message>
    <message>
        <source>Check the network, then try again; “genoseal doctor” looks at it in detail.</source>
        <translation>Check the network, then try again; “genoseal doctor” looks at it in detail.</translation>
    </message>
    <message>
        <source>The service&apos;s name is not known on this network.</source>
        <translation>Tjenestens navn er ukendt på dette netværk.</translation>
    </message>
    <message>
        <source>Check the network connection, or whether you need a proxy or VPN.</source>
        <translation>Se efter netværksforbindelsen, eller om du behøver en proxy eller VPN.</translation>
    </message>
    <message>
        <source>Nobody answers at the service&apos;s address.</source>
        <translation>Ingen svarer på tjenestens adresse.</translation>
    </message>
    <message>
        <source>The service may be down. Try again later; “genoseal resume” goes on.</source>
        <translation>The service may be down. Try again later; “genoseal resume” goes on.</translation>
    </message>
    <message>
        <source>The service took too long to answer.</source>
        <translation>Tjenesten var for længe om at svare.</translation>
    </message>
    <message>
        <source>No connection to the service came about in time.</source>
        <translation>Der kom ikke forbindelse til tjenesten i tide.</translation>
    </message>
    <message>
        <source>The connection stood still: the service took nothing any more.</source>
        <translation>Forbindelsen stod stille: tjenesten tog ikke imod mere.</translation>
    </message>
    <message>
        <source>The connection is too slow: hardly anything of the answer came.</source>
        <translation>Forbindelsen er for langsom: der kom næsten intet af svaret.</translation>
    </message>
    <message>
        <source>The service is busy and asks to wait.</source>
        <translation>Tjenesten har travlt og beder om at vente.</translation>
    </message>
    <message>
        <source>Wait {retry_after_s}, then try again; “genoseal resume” goes on.</source>
        <translation>Vent {retry_after_s}, og prøv igen; “genoseal resume” fortsætter.</translation>
    </message>
    <message>
        <source>Something failed inside the service (HTTP {status}).</source>
        <translation>Noget gik galt inde i tjenesten (HTTP {status}).</translation>
    </message>
    <message>
        <source>The service answered in a way that Genoseal does not understand ({reason}).</source>
        <translation>Tjenesten svarede på en måde, Genoseal ikke forstår ({reason}).</translation>
    </message>
    <message>
        <source>Update Genoseal. If it stays, tell your institution&apos;s helpdesk the code.</source>
        <translation>Opdatér Genoseal. Bliver det ved, så fortæl din institutions helpdesk koden.</translation>
    </message>
    <message>
        <source>Something in between answered with a web page instead of the service.</source>
        <translation>Noget imellem svarede med en webside i stedet for tjenesten.</translation>
    </message>
    <message>
        <source>Open a browser and sign in to the guest network, or use another network.</source>
        <translation>Åbn en browser, og log ind på gæstenettet, eller brug et andet net.</translation>
    </message>
    <message>
        <source>The proxy does not let Genoseal through (HTTP {status}).</source>
        <translation>Proxyen lader ikke Genoseal igennem (HTTP {status}).</translation>
    </message>
    <message>
        <source>Ask your IT department to allow the service&apos;s address.</source>
        <translation>Bed it-afdelingen tillade tjenestens adresse.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password, or refused yours.</source>
        <translation>Proxyen vil have brugernavn og adgangskode eller afviste dine.</translation>
    </message>
    <message>
        <source>Ask your IT department for the sign-in, then give it: “genoseal proxy --user …”.</source>
        <translation>Ask your IT department for the sign-in, then give it: “genoseal proxy --user …”.</translation>
    </message>
    <message>
        <source>The service is in another state than expected ({problem}).</source>
        <translation>Tjenesten er i en anden tilstand end ventet ({problem}).</translation>
    </message>
    <message>
        <source>Look at “genoseal jobs” and “genoseal outbox”, then try again.</source>
        <translation>Look at “genoseal jobs” and “genoseal outbox”, then try again.</translation>
    </message>
    <message>
        <source>The service does not take anything this large.</source>
        <translation>Tjenesten tager ikke noget så stort.</translation>
    </message>
    <message>
        <source>The file was not sent.</source>
        <translation>Filen blev ikke sendt.</translation>
    </message>
    <message>
        <source>Send one chromosome per file, or ask the helpdesk about the limits.</source>
        <translation>Send ét kromosom per fil, eller spørg helpdesk om grænserne.</translation>
    </message>
    <message>
        <source>The service does not take this request (HTTP {status}, {problem}).</source>
        <translation>Tjenesten tager ikke denne forespørgsel (HTTP {status}, {problem}).</translation>
    </message>
    <message>
        <source>Asking again will not help. Tell your institution&apos;s helpdesk the code.</source>
        <translation>At spørge igen hjælper ikke. Fortæl din institutions helpdesk koden.</translation>
    </message>
    <message>
        <source>A piece arrived damaged, and the service threw it away.</source>
        <translation>Et stykke kom beskadiget frem, og tjenesten smed det væk.</translation>
    </message>
    <message>
        <source>Run “genoseal resume”: the piece is sent again.</source>
        <translation>Run “genoseal resume”: the piece is sent again.</translation>
    </message>
    <message>
        <source>The service no longer has the part that was sent.</source>
        <translation>Tjenesten har ikke længere den del, der blev sendt.</translation>
    </message>
    <message>
        <source>The sealed file is still here, unchanged.</source>
        <translation>Den forseglede fil er stadig her, uændret.</translation>
    </message>
    <message>
        <source>Run “genoseal resume”: the same bytes are sent again from the start.</source>
        <translation>Run “genoseal resume”: the same bytes are sent again from the start.</translation>
    </message>
    <message>
        <source>The upload does not come forward and was stopped ({reason}).</source>
        <translation>Overførslen kommer ikke videre og blev stoppet ({reason}).</translation>
    </message>
    <message>
        <source>Try again from another network, or tell the helpdesk the code.</source>
        <translation>Prøv igen fra et andet net, eller fortæl helpdesk koden.</translation>
    </message>
    <message>
        <source>Another Genoseal process keeps the activity log busy.</source>
        <translation>En anden Genoseal-proces holder aktivitetsloggen optaget.</translation>
    </message>
    <message>
        <source>Nothing was done that would have to be logged.</source>
        <translation>Intet blev gjort, som skulle logges.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Prøv igen om et øjeblik.</translation>
    </message>
    <message>
        <source>The job is still {state}; there are no results yet.</source>
        <translation>Jobbet er stadig {state}; der er ingen resultater endnu.</translation>
    </message>
    <message>
        <source>Try again later. “genoseal jobs” shows how far it is.</source>
        <translation>Try again later. “genoseal jobs” shows how far it is.</translation>
    </message>
    <message>
        <source>The job had finished already; there was nothing left to stop.</source>
        <translation>Jobbet var allerede færdigt; der var ikke mere at stoppe.</translation>
    </message>
    <message>
        <source>Nothing was changed. What came of it is at the service until its days are over.</source>
        <translation>Intet blev ændret. Hvad der kom ud af det, ligger hos tjenesten, til dets dage er gået.</translation>
    </message>
    <message>
        <source>“genoseal jobs” shows how it ended; “genoseal delete JOB” deletes it there.</source>
        <translation>“genoseal jobs” viser, hvordan det endte; “genoseal delete JOB” sletter det der.</translation>
    </message>
    <message>
        <source>The job is not deleted; there is no certificate yet.</source>
        <translation>Jobbet er ikke slettet; der er endnu intet certifikat.</translation>
    </message>
    <message>
        <source>What the service has of it is still there.</source>
        <translation>Det, tjenesten har af det, er der stadig.</translation>
    </message>
    <message>
        <source>Delete the job, or wait until the service does when its days are over.</source>
        <translation>Slet jobbet, eller vent, til tjenesten gør det, når dets dage er gået.</translation>
    </message>
    <message>
        <source>The other side is not the service that your institution&apos;s profile names.</source>
        <translation>Den anden side er ikke den tjeneste, din institutions profil nævner.</translation>
    </message>
    <message>
        <source>The server&apos;s key is not one that your institution&apos;s profile names.</source>
        <translation>Serverens nøgle er ikke en, din institutions profil nævner.</translation>
    </message>
    <message>
        <source>Something in between may be reading along, or the service changed its key. Nothing was sent.</source>
        <translation>Noget imellem læser måske med, eller tjenesten skiftede nøgle. Intet blev sendt.</translation>
    </message>
    <message>
        <source>Do not go on. Ask the helpdesk for a new profile, and tell them the key shown: {presented_pin}</source>
        <translation>Fortsæt ikke. Bed helpdesk om en ny profil, og nævn den viste nøgle: {presented_pin}</translation>
    </message>
    <message>
        <source>No safe connection came about ({reason}).</source>
        <translation>Der kom ingen sikker forbindelse i stand ({reason}).</translation>
    </message>
    <message>
        <source>Run “genoseal doctor”; it says whether something in between opens connections.</source>
        <translation>Run “genoseal doctor”; it says whether something in between opens connections.</translation>
    </message>
    <message>
        <source>The server does not speak TLS 1.3.</source>
        <translation>Serveren taler ikke TLS 1.3.</translation>
    </message>
    <message>
        <source>Something in between may be old. Run “genoseal doctor”, then call the helpdesk.</source>
        <translation>Something in between may be old. Run “genoseal doctor”, then call the helpdesk.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate comes from an authority that the profile does not name.</source>
        <translation>Serverens certifikat kommer fra en myndighed, som profilen ikke nævner.</translation>
    </message>
    <message>
        <source>A virus scanner or proxy may open connections here. Run “genoseal doctor”, then call the helpdesk.</source>
        <translation>A virus scanner or proxy may open connections here. Run “genoseal doctor”, then call the helpdesk.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has run out.</source>
        <translation>Serverens certifikat er udløbet.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time; if they are right, call the helpdesk.</source>
        <translation>Se efter computerens dato og tid; er de rigtige, så ring til helpdesk.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet.</source>
        <translation>Serverens certifikat gælder ikke endnu.</translation>
    </message>
    <message>
        <source>The answer points to another place (HTTP {status}); that is never followed.</source>
        <translation>Svaret peger et andet sted hen (HTTP {status}); det følges aldrig.</translation>
    </message>
    <message>
        <source>The service pointed to another server than the profile&apos;s.</source>
        <translation>Tjenesten pegede på en anden server end profilens.</translation>
    </message>
    <message>
        <source>The receipt is not signed by a key that the profile names.</source>
        <translation>Kvitteringen er ikke underskrevet med en nøgle, som profilen nævner.</translation>
    </message>
    <message>
        <source>Nothing counts as submitted.</source>
        <translation>Intet tæller som indsendt.</translation>
    </message>
    <message>
        <source>The receipt is signed, but for something else than what was sent ({field}).</source>
        <translation>Kvitteringen er underskrevet, men for noget andet end det sendte ({field}).</translation>
    </message>
    <message>
        <source>The list of results is not signed by a key that the profile names.</source>
        <translation>Resultatlisten er ikke underskrevet med en nøgle, som profilen nævner.</translation>
    </message>
    <message>
        <source>The list of results is signed, but not for this job ({field}).</source>
        <translation>Resultatlisten er underskrevet, men ikke for dette job ({field}).</translation>
    </message>
    <message>
        <source>The certificate is not signed by a deletion key that the profile names.</source>
        <translation>Beviset er ikke underskrevet med en slettenøgle, som profilen nævner.</translation>
    </message>
    <message>
        <source>It does not show that anything was deleted.</source>
        <translation>Det viser ikke, at noget blev slettet.</translation>
    </message>
    <message>
        <source>The certificate is signed, but not for all of this job ({field}).</source>
        <translation>Beviset er underskrevet, men ikke for hele dette job ({field}).</translation>
    </message>
    <message>
        <source>It does not show that everything was deleted.</source>
        <translation>Det viser ikke, at alt blev slettet.</translation>
    </message>
    <message>
        <source>A signed statement of the service is refused.</source>
        <translation>En underskrevet erklæring fra tjenesten afvises.</translation>
    </message>
    <message>
        <source>A statement of the service is not in the form of a signed one.</source>
        <translation>En erklæring fra tjenesten har ikke form som en underskrevet.</translation>
    </message>
    <message>
        <source>A statement of the service is signed in a way that is not accepted.</source>
        <translation>En erklæring fra tjenesten er underskrevet på en måde, der ikke godtages.</translation>
    </message>
    <message>
        <source>A statement of the service is signed with a key that the profile does not name.</source>
        <translation>En erklæring fra tjenesten er underskrevet med en nøgle, som profilen ikke nævner.</translation>
    </message>
    <message>
        <source>A statement of the service is signed with a key that was not valid then.</source>
        <translation>En erklæring fra tjenesten er underskrevet med en nøgle, der ikke gjaldt dengang.</translation>
    </message>
    <message>
        <source>A statement of the service was changed after signing, or never signed.</source>
        <translation>En erklæring fra tjenesten blev ændret efter underskriften eller aldrig underskrevet.</translation>
    </message>
    <message>
        <source>A signed statement of the service is not well formed.</source>
        <translation>En underskrevet erklæring fra tjenesten er ikke velformet.</translation>
    </message>
    <message>
        <source>The signature of a request is refused ({reason}).</source>
        <translation>Underskriften på en forespørgsel afvises ({reason}).</translation>
    </message>
    <message>
        <source>The submission&apos;s instructions are refused ({reason}).</source>
        <translation>Indsendelsens anvisninger afvises ({reason}).</translation>
    </message>
    <message>
        <source>The service is of another environment than the profile says.</source>
        <translation>Tjenesten er af et andet miljø, end profilen siger.</translation>
    </message>
    <message>
        <source>Nothing was sent: practice, test and production must never meet.</source>
        <translation>Intet blev sendt: øvelse, test og produktion må aldrig mødes.</translation>
    </message>
    <message>
        <source>Quiet hours: nothing is sent until {until}.</source>
        <translation>Stille timer: intet sendes før {until}.</translation>
    </message>
    <message>
        <source>Nothing needs to be done; it goes on by itself.</source>
        <translation>Intet skal gøres; det fortsætter af sig selv.</translation>
    </message>
    <message>
        <source>Nothing was started, and no file of yours is touched.</source>
        <translation>Intet blev startet, og ingen af dine filer er rørt.</translation>
    </message>
    <message>
        <source>This cannot be done as it was asked for.</source>
        <translation>Det kan ikke gøres, som der blev bedt om.</translation>
    </message>
    <message>
        <source>See the command&apos;s --help.</source>
        <translation>See the command&apos;s --help.</translation>
    </message>
    <message>
        <source>The file cannot be prepared as it was asked for.</source>
        <translation>Filen kan ikke forberedes, som der blev bedt om.</translation>
    </message>
    <message>
        <source>See “genoseal prepare --help”.</source>
        <translation>See “genoseal prepare --help”.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Der er ikke sådan en fil.</translation>
    </message>
    <message>
        <source>Check the spelling and the folder.</source>
        <translation>Se efter stavemåden og mappen.</translation>
    </message>
    <message>
        <source>This is not a file but a folder, a pipe or a device.</source>
        <translation>Det er ikke en fil, men en mappe, en pipe eller en enhed.</translation>
    </message>
    <message>
        <source>Name the files themselves, for example folder/*.vcf.gz; save what comes through a pipe.</source>
        <translation>Vælg selve filerne, for eksempel folder/*.vcf.gz; gem det, der kommer gennem en pipe.</translation>
    </message>
    <message>
        <source>Genoseal reads files on this computer only, and this is an address.</source>
        <translation>Genoseal læser kun filer på denne computer, og dette er en adresse.</translation>
    </message>
    <message>
        <source>Nothing was fetched, and nobody was asked.</source>
        <translation>Intet blev hentet, og ingen blev spurgt.</translation>
    </message>
    <message>
        <source>Download the file by a way you trust, then name it here.</source>
        <translation>Hent filen ad en vej, du stoler på, og vælg den så her.</translation>
    </message>
    <message>
        <source>Choose another place, or add --force to replace it; a folder is never replaced.</source>
        <translation>Choose another place, or add --force to replace it; a folder is never replaced.</translation>
    </message>
    <message>
        <source>Two of these files have the same name, and their outputs would too.</source>
        <translation>To af filerne har samme navn, og det ville deres resultater også få.</translation>
    </message>
    <message>
        <source>Nothing was written: the second would replace the first.</source>
        <translation>Intet blev skrevet: den anden ville erstatte den første.</translation>
    </message>
    <message>
        <source>Give them to the command one by one, each with a folder of its own.</source>
        <translation>Giv dem til kommandoen én ad gangen, hver med sin egen mappe.</translation>
    </message>
    <message>
        <source>The output would replace a file that this command reads.</source>
        <translation>Resultatet ville erstatte en fil, der læses.</translation>
    </message>
    <message>
        <source>Nothing was written, and your file is as it was; --force does not change that.</source>
        <translation>Nothing was written, and your file is as it was; --force does not change that.</translation>
    </message>
    <message>
        <source>Choose another name or another folder for the output.</source>
        <translation>Vælg et andet navn eller en anden mappe til resultatet.</translation>
    </message>
    <message>
        <source>The folder for the output cannot be made or written to.</source>
        <translation>Mappen til resultatet kan ikke laves, eller der kan ikke skrives i den.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Vælg en mappe, du må skrive i.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Disken er fuld.</translation>
    </message>
    <message>
        <source>What was half written is removed. Your files are untouched.</source>
        <translation>Det halvt skrevne er fjernet. Dine filer er urørte.</translation>
    </message>
    <message>
        <source>Make room, or choose another disk, and try again.</source>
        <translation>Skaf plads, eller vælg en anden disk, og prøv igen.</translation>
    </message>
    <message>
        <source>The operating system does not let you read or write there.</source>
        <translation>Styresystemet lader dig ikke læse eller skrive dér.</translation>
    </message>
    <message>
        <source>The system lets Genoseal open no more files at a time.</source>
        <translation>Systemet lader ikke Genoseal åbne flere filer ad gangen.</translation>
    </message>
    <message>
        <source>Allow more (in a shell: ulimit -n 1024), or close other programs, and try again.</source>
        <translation>Tillad flere (i en kommandolinje: ulimit -n 1024), eller luk andre programmer, og prøv igen.</translation>
    </message>
    <message>
        <source>Choose another place, or ask whoever looks after this computer.</source>
        <translation>Vælg et andet sted, eller spørg den, der passer denne computer.</translation>
    </message>
    <message>
        <source>A question would have to be asked, and there is no terminal to ask it at.</source>
        <translation>Et spørgsmål skulle stilles, og der er ingen terminal at stille det i.</translation>
    </message>
    <message>
        <source>Answer it beforehand with {option}.</source>
        <translation>Svar på forhånd med {option}.</translation>
    </message>
    <message>
        <source>Something secret would have to be shown, and there is no terminal to show it at.</source>
        <translation>Noget hemmeligt skulle vises, og der er ingen terminal at vise det i.</translation>
    </message>
    <message>
        <source>Name a file to write it to with {option}; only you will be able to read it.</source>
        <translation>Angiv en fil at skrive det i med {option}; kun du kan læse den.</translation>
    </message>
    <message>
        <source>No preparation policy has that name.</source>
        <translation>Ingen forberedelsespolitik har det navn.</translation>
    </message>
    <message>
        <source>Nothing was prepared.</source>
        <translation>Intet blev forberedt.</translation>
    </message>
    <message>
        <source>Use one of {known}, or the name of a policy file (.toml).</source>
        <translation>Brug en af {known} eller navnet på en politikfil (.toml).</translation>
    </message>
    <message>
        <source>No file was written: no chromosome in what was given is one that the policy sends.</source>
        <translation>Ingen fil blev skrevet: ingen kromosomer i det, der blev angivet, er blandt dem, politikken sender.</translation>
    </message>
    <message>
        <source>Give files of chromosomes that the policy sends (called 20, chr20, X …), or ask which policy to use.</source>
        <translation>Angiv filer med kromosomer, som politikken sender (kaldt 20, chr20, X …), eller spørg, hvilken politik der skal bruges.</translation>
    </message>
    <message>
        <source>Your institution has fixed the preparation policy to “{policy}”, and the one you chose is looser: {keys}.</source>
        <translation>Din institution har fastlagt forberedelsespolitikken til “{policy}”, og den, du valgte, er løsere: {keys}.</translation>
    </message>
    <message>
        <source>Leave --policy out, name a stricter one, or talk to your institution&apos;s helpdesk.</source>
        <translation>Udelad --policy, angiv en strengere, eller tal med din institutions helpdesk.</translation>
    </message>
    <message>
        <source>No service has that name here.</source>
        <translation>Ingen tjeneste har det navn her.</translation>
    </message>
    <message>
        <source>Use one of {known}.</source>
        <translation>Brug en af {known}.</translation>
    </message>
    <message>
        <source>No pseudonym map with that name lies on this computer.</source>
        <translation>Intet pseudonymkort med det navn ligger på denne computer.</translation>
    </message>
    <message>
        <source>Without the map the names cannot be put back.</source>
        <translation>Uden kortet kan navnene ikke sættes tilbage.</translation>
    </message>
    <message>
        <source>“genoseal map list” shows those here; bring another with “genoseal map export” there and “genoseal map import” here.</source>
        <translation>“genoseal map list” shows those here; bring another with “genoseal map export” there and “genoseal map import” here.</translation>
    </message>
    <message>
        <source>This map was made for another service or project.</source>
        <translation>Dette kort er lavet til en anden tjeneste eller et andet projekt.</translation>
    </message>
    <message>
        <source>Nothing was prepared: the same pseudonyms must not appear in two places.</source>
        <translation>Intet blev forberedt: de samme pseudonymer må ikke optræde to steder.</translation>
    </message>
    <message>
        <source>Leave --map out, and a new map is made.</source>
        <translation>Leave --map out, and a new map is made.</translation>
    </message>
    <message>
        <source>This map was written by a newer version of Genoseal (schema {schema}).</source>
        <translation>Kortet er skrevet af en nyere version af Genoseal (skema {schema}).</translation>
    </message>
    <message>
        <source>Line {line} of the list names a sample that the files do not have.</source>
        <translation>Linje {line} i listen nævner en prøve, filerne ikke har.</translation>
    </message>
    <message>
        <source>Nothing was prepared: mistyped, it would keep somebody who is to be left out.</source>
        <translation>Intet blev forberedt: tastet forkert ville det beholde en, der skal udelades.</translation>
    </message>
    <message>
        <source>Write one name a line, exactly as in the file&apos;s #CHROM line; capitals and spaces count.</source>
        <translation>Skriv ét navn per linje, præcis som i filens #CHROM-linje; store bogstaver og mellemrum tæller.</translation>
    </message>
    <message>
        <source>Your account has no workstation of that id.</source>
        <translation>Din konto har ingen computer med det id.</translation>
    </message>
    <message>
        <source>Nothing was cut off.</source>
        <translation>Intet blev spærret.</translation>
    </message>
    <message>
        <source>“genoseal devices” lists them with their ids.</source>
        <translation>“genoseal devices” lists them with their ids.</translation>
    </message>
    <message>
        <source>Sending needs the consent statement confirmed, and there is no terminal to ask at.</source>
        <translation>Afsendelse kræver samtykkeerklæringen bekræftet, og der er ingen terminal at spørge i.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Intet blev sendt.</translation>
    </message>
    <message>
        <source>Add --consent REFERENCE and --accept-statement {version}.</source>
        <translation>Add --consent REFERENCE and --accept-statement {version}.</translation>
    </message>
    <message>
        <source>The statement you accepted is not the one that counts today.</source>
        <translation>Den erklæring, du godtog, er ikke den, der gælder i dag.</translation>
    </message>
    <message>
        <source>Read version {version} (“genoseal profile show”) and accept that one.</source>
        <translation>Read version {version} (“genoseal profile show”) and accept that one.</translation>
    </message>
    <message>
        <source>A parameter is not of the form key=value.</source>
        <translation>En parameter har ikke formen nøgle=værdi.</translation>
    </message>
    <message>
        <source>Write it as --param key=value.</source>
        <translation>Write it as --param key=value.</translation>
    </message>
    <message>
        <source>The practice service is not part of this installation.</source>
        <translation>Øvelsestjenesten er ikke med i denne installation.</translation>
    </message>
    <message>
        <source>Your files are untouched. A plain installation listens nowhere and carries no server.</source>
        <translation>Dine filer er urørte. En almindelig installation lytter ingen steder og har ingen server.</translation>
    </message>
    <message>
        <source>Install Genoseal with it, from a checkout: installers/install-from-wheel --practice</source>
        <translation>Installér Genoseal med den, fra et checkout: installers/install-from-wheel --practice</translation>
    </message>
    <message>
        <source>The window could not be opened on this computer.</source>
        <translation>Vinduet kunne ikke åbnes på denne computer.</translation>
    </message>
    <message>
        <source>All commands work without it.</source>
        <translation>Alle kommandoer virker uden det.</translation>
    </message>
    <message>
        <source>Install what Qt needs, on Debian: libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0. For the commands see “genoseal --help”.</source>
        <translation>Install what Qt needs, on Debian: libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0. For the commands see “genoseal --help”.</translation>
    </message>
    <message>
        <source>There is no display to open the window on.</source>
        <translation>Der er ingen skærm at åbne vinduet på.</translation>
    </message>
    <message>
        <source>Nothing was started. The commands work without a display.</source>
        <translation>Intet blev startet. Kommandoerne virker uden skærm.</translation>
    </message>
    <message>
        <source>See “genoseal --help”, or start Genoseal from the desktop.</source>
        <translation>See “genoseal --help”, or start Genoseal from the desktop.</translation>
    </message>
    <message>
        <source>“genoseal jobs” lists your jobs, “genoseal outbox” uploads, “genoseal devices” workstations.</source>
        <translation>“genoseal jobs” lists your jobs, “genoseal outbox” uploads, “genoseal devices” workstations.</translation>
    </message>
    <message>
        <source>No job has that id, and none begins like it.</source>
        <translation>Intet job har det id, og intet begynder sådan.</translation>
    </message>
    <message>
        <source>Correct that line. A site list is a VCF, or its lines have CHROM, POS, REF and ALT with tabs (or single blanks) between them; regions are in BED.</source>
        <translation>Ret linjen. En positionsliste er en VCF, eller dens linjer har CHROM, POS, REF og ALT med tabulatorer (eller enkelte mellemrum) imellem; områder er i BED.</translation>
    </message>
    <message>
        <source>The {kind} file is missing, or nothing in it can be understood.</source>
        <translation>{kind}-filen mangler, eller intet i den kan forstås.</translation>
    </message>
    <message>
        <source>Name the right file.</source>
        <translation>Vælg den rigtige fil.</translation>
    </message>
    <message>
        <source>The settings file cannot be understood.</source>
        <translation>Indstillingsfilen kan ikke forstås.</translation>
    </message>
    <message>
        <source>A map of that id lies here already, and it cannot be read.</source>
        <translation>Her ligger allerede et pseudonymkort med det id, og det kan ikke læses.</translation>
    </message>
    <message>
        <source>Add --force to put the backup in its place.</source>
        <translation>Add --force to put the backup in its place.</translation>
    </message>
    <message>
        <source>What this command says could not be written to where its output goes.</source>
        <translation>Det, kommandoen siger, kunne ikke skrives derhen, hvor dens output går.</translation>
    </message>
    <message>
        <source>What it had done by then is done: files that are there are whole.</source>
        <translation>Det, den havde gjort indtil da, er gjort: filer, der er der, er hele.</translation>
    </message>
    <message>
        <source>Make room there, or let the output go elsewhere; look what is there before you run it again.</source>
        <translation>Skaf plads der, eller lad outputtet gå et andet sted hen; se efter, hvad der er, før du kører den igen.</translation>
    </message>
    <message>
        <source>The system lets Genoseal start no more threads or processes.</source>
        <translation>Systemet lader ikke Genoseal starte flere tråde eller processer.</translation>
    </message>
    <message>
        <source>Allow more (in a shell: ulimit -u), or close other programs, and try again.</source>
        <translation>Tillad flere (i en kommandolinje: ulimit -u), eller luk andre programmer, og prøv igen.</translation>
    </message>
    <message>
        <source>No chromosome in what was given is one that the policy sends.</source>
        <translation>Ingen kromosomer i det, der blev angivet, er blandt dem, politikken sender.</translation>
    </message>
    <message>
        <source>Preparing it would write no file.</source>
        <translation>Forberedelsen ville ikke skrive nogen fil.</translation>
    </message>
    <message>
        <source>The ids of this map were drawn in a way that your institution&apos;s policy does not allow.</source>
        <translation>Id&apos;erne i dette kort er trukket på en måde, som din institutions politik ikke tillader.</translation>
    </message>
    <message>
        <source>Nothing was prepared: a map keeps the kind of its ids.</source>
        <translation>Intet blev forberedt: et kort beholder sin slags id&apos;er.</translation>
    </message>
    <message>
        <source>The list of samples to leave out names nobody.</source>
        <translation>Listen over prøver, der skal udelades, nævner ingen.</translation>
    </message>
    <message>
        <source>Nothing was prepared: whoever should have been on it would have been sent.</source>
        <translation>Intet blev forberedt: den, der skulle have stået på den, var blevet sendt.</translation>
    </message>
    <message>
        <source>Write one name a line into it. Where nobody is to be left out, give no such list.</source>
        <translation>Skriv ét navn pr. linje i den. Skal ingen udelades, så angiv ingen sådan liste.</translation>
    </message>
    <message>
        <source>The policy “{policy}” wants a second person&apos;s approval.</source>
        <translation>Reglerne “{policy}” kræver en anden persons godkendelse.</translation>
    </message>
    <message>
        <source>Prepare, let a second person run “genoseal approve” on the folder, then send the same files with --approval.</source>
        <translation>Forbered filerne, lad en anden person køre “genoseal approve” på mappen, og send de samme filer med --approval.</translation>
    </message>
    <message>
        <source>An approver&apos;s id has one to 64 letters, digits, - or _.</source>
        <translation>En godkenders id har et til 64 bogstaver, cifre, - eller _.</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>Intet blev godkendt.</translation>
    </message>
    <message>
        <source>Give the id at the service, not a person&apos;s name. Where it has other signs, put - in their place: m-lind for m.lind.</source>
        <translation>Angiv id&apos;et hos tjenesten, ikke en persons navn. Har det andre tegn, så sæt - i stedet: m-lind for m.lind.</translation>
    </message>
    <message>
        <source>Nothing was done, since a setting that protects you might be among them.</source>
        <translation>Intet blev gjort, da en indstilling, der beskytter dig, kan være iblandt.</translation>
    </message>
    <message>
        <source>Correct settings.toml in Genoseal&apos;s folder, or remove it to start with the defaults.</source>
        <translation>Ret settings.toml i Genoseals mappe, eller fjern den for at begynde med standarden.</translation>
    </message>
    <message>
        <source>There is no such setting, or it cannot have that value.</source>
        <translation>Der er ikke sådan en indstilling, eller den kan ikke have den værdi.</translation>
    </message>
    <message>
        <source>The settings are as they were.</source>
        <translation>Indstillingerne er, som de var.</translation>
    </message>
    <message>
        <source>Check the name and the value.</source>
        <translation>Se efter navnet og værdien.</translation>
    </message>
    <message>
        <source>Your institution has fixed this setting.</source>
        <translation>Din institution har fastlagt denne indstilling.</translation>
    </message>
    <message>
        <source>Talk to your institution&apos;s helpdesk if it has to change.</source>
        <translation>Tal med din institutions helpdesk, hvis den skal ændres.</translation>
    </message>
    <message>
        <source>Your institution asks something of this computer that does not hold: {check}.</source>
        <translation>Din institution kræver noget af denne computer, som ikke er opfyldt: {check}.</translation>
    </message>
    <message>
        <source>Nothing was sent. Results, restoring and deleting work as always.</source>
        <translation>Intet blev sendt. Resultater, navne og sletning virker som altid.</translation>
    </message>
    <message>
        <source>“genoseal doctor” says what to change.</source>
        <translation>“genoseal doctor” says what to change.</translation>
    </message>
    <message>
        <source>The service has nothing of that name for your account.</source>
        <translation>Tjenesten har intet med det navn til din konto.</translation>
    </message>
    <message>
        <source>It may be deleted already, or belong to somebody else.</source>
        <translation>Det er måske allerede slettet eller tilhører en anden.</translation>
    </message>
    <message>
        <source>The proxy is not of the form http://host:port, or its sign-in cannot be used.</source>
        <translation>Proxyen har ikke formen http://host:port, eller dens login kan ikke bruges.</translation>
    </message>
    <message>
        <source>Correct it with “genoseal proxy”, or ask your IT department for the right one.</source>
        <translation>Correct it with “genoseal proxy”, or ask your IT department for the right one.</translation>
    </message>
    <message>
        <source>This transfer was paused from another window or by a command.</source>
        <translation>Denne overførsel blev sat på pause fra et andet vindue eller med en kommando.</translation>
    </message>
    <message>
        <source>Go on with “genoseal resume ID”; “genoseal outbox” shows its ID.</source>
        <translation>Fortsæt med “genoseal resume ID”; “genoseal outbox” viser dens ID.</translation>
    </message>
    <message>
        <source>This transfer was cancelled from another window or by a command.</source>
        <translation>Denne overførsel blev annulleret fra et andet vindue eller med en kommando.</translation>
    </message>
    <message>
        <source>Its keys are forgotten, and what was uploaded is withdrawn. No job was made.</source>
        <translation>Dens nøgler er glemt, og det, der var sendt, trækkes tilbage. Der blev ikke oprettet noget job.</translation>
    </message>
    <message>
        <source>Send the files again if that was not meant.</source>
        <translation>Send filerne igen, hvis det ikke var meningen.</translation>
    </message>
    <message>
        <source>This computer has no record of that job.</source>
        <translation>Denne computer har ingen optegnelse om det job.</translation>
    </message>
    <message>
        <source>It was sent from another computer, or the id is mistyped.</source>
        <translation>Det blev sendt fra en anden computer, eller id&apos;et er tastet forkert.</translation>
    </message>
    <message>
        <source>“genoseal jobs” lists the jobs. To fetch results here, bring keys and map over first.</source>
        <translation>“genoseal jobs” lists the jobs. To fetch results here, bring keys and map over first.</translation>
    </message>
    <message>
        <source>That beginning fits {matches} ids: {candidates}</source>
        <translation>Den begyndelse passer på {matches} id&apos;er: {candidates}</translation>
    </message>
    <message>
        <source>Give more of the id, or the whole of it.</source>
        <translation>Angiv mere af id&apos;et, eller hele id&apos;et.</translation>
    </message>
    <message>
        <source>“genoseal jobs” shows the ids.</source>
        <translation>“genoseal jobs” shows the ids.</translation>
    </message>
    <message>
        <source>“{field}” has a form that may not be sent.</source>
        <translation>“{field}” har en form, der ikke må sendes.</translation>
    </message>
    <message>
        <source>Nothing was sent. Free text could carry a name, so only plain references are taken.</source>
        <translation>Intet blev sendt. Fri tekst kunne bære et navn, så kun enkle referencer tages.</translation>
    </message>
    <message>
        <source>Use letters, digits, dot, hyphen and underscore, and no personal data.</source>
        <translation>Brug bogstaver, cifre, punktum, bindestreg og understreg og ingen persondata.</translation>
    </message>
    <message>
        <source>This is not a Genoseal key file.</source>
        <translation>Det er ikke en Genoseal-nøglefil.</translation>
    </message>
    <message>
        <source>A key file begins with “-----BEGIN GENOSEAL …”. Ask for it again as an attachment.</source>
        <translation>En nøglefil begynder med “-----BEGIN GENOSEAL …”. Bed om den igen som vedhæftning.</translation>
    </message>
    <message>
        <source>This is the other half of a key pair, or a kind of key this version does not know.</source>
        <translation>Det er den anden halvdel af et nøglepar eller en slags nøgle, denne version ikke kender.</translation>
    </message>
    <message>
        <source>Seal with the public key; open with the private one.</source>
        <translation>Forsegl med den offentlige nøgle; åbn med den private.</translation>
    </message>
    <message>
        <source>The key file is well formed, but the key in it cannot be used.</source>
        <translation>Nøglefilen er velformet, men nøglen i den kan ikke bruges.</translation>
    </message>
    <message>
        <source>Ask for the key again and compare its fingerprint.</source>
        <translation>Bed om nøglen igen, og sammenlign dens fingeraftryk.</translation>
    </message>
    <message>
        <source>A sealed file needs between 1 and 64 recipients, each named once.</source>
        <translation>En forseglet fil skal have 1 til 64 modtagere, hver nævnt én gang.</translation>
    </message>
    <message>
        <source>Nothing was sealed.</source>
        <translation>Intet blev forseglet.</translation>
    </message>
    <message>
        <source>Check the --to options.</source>
        <translation>Check the --to options.</translation>
    </message>
    <message>
        <source>This institution&apos;s rules demand AES-256, and Crypt4GH does not use it.</source>
        <translation>Institutionens regler kræver AES-256, og det bruger Crypt4GH ikke.</translation>
    </message>
    <message>
        <source>Seal as a .gseal file, or ask the institution to change its profile.</source>
        <translation>Forsegl som .gseal-fil, eller bed institutionen ændre sin profil.</translation>
    </message>
    <message>
        <source>There is no such file, or it is a folder.</source>
        <translation>Der er ikke sådan en fil, eller det er en mappe.</translation>
    </message>
    <message>
        <source>The output could not be written.</source>
        <translation>Resultatet kunne ikke skrives.</translation>
    </message>
    <message>
        <source>Nothing was left behind.</source>
        <translation>Intet blev efterladt.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write there.</source>
        <translation>Se efter, at mappen findes, og at du må skrive i den.</translation>
    </message>
    <message>
        <source>The preparation policy cannot be understood (at “{key}”).</source>
        <translation>Forberedelsespolitikken kan ikke forstås (ved “{key}”).</translation>
    </message>
    <message>
        <source>Nothing was prepared, so that no rule is silently left out.</source>
        <translation>Intet blev forberedt, så ingen regel stille falder bort.</translation>
    </message>
    <message>
        <source>Correct the policy file, or use one that comes with Genoseal.</source>
        <translation>Ret politikfilen, eller brug en, der følger med Genoseal.</translation>
    </message>
    <message>
        <source>The table of service limits cannot be understood (at “{key}”).</source>
        <translation>Tabellen over tjenestegrænser kan ikke forstås (ved “{key}”).</translation>
    </message>
    <message>
        <source>Nothing was checked or prepared.</source>
        <translation>Intet blev kontrolleret eller forberedt.</translation>
    </message>
    <message>
        <source>Install Genoseal again; a file of it is damaged.</source>
        <translation>Installér Genoseal igen; en af dets filer er beskadiget.</translation>
    </message>
    <message>
        <source>Line {line} of the {kind} file cannot be understood.</source>
        <translation>Linje {line} i {kind}-filen kan ikke forstås.</translation>
    </message>
    <message>
        <source>Nothing was prepared, so that nobody is kept or left out by mistake.</source>
        <translation>Intet blev forberedt, så ingen ved en fejl beholdes eller udelades.</translation>
    </message>
    <message>
        <source>The site list is a BCF; it is wanted as a VCF.</source>
        <translation>Positionslisten er en BCF; den skal være en VCF.</translation>
    </message>
    <message>
        <source>Make one of its sites alone: bcftools view -G -Oz -o sites.vcf.gz LIST</source>
        <translation>Lav en af dens positioner alene: bcftools view -G -Oz -o sites.vcf.gz LISTE</translation>
    </message>
    <message>
        <source>The site list is a .bim of plink&apos;s, which does not say which of two alleles is the reference.</source>
        <translation>Positionslisten er en .bim fra plink, som ikke siger, hvilket af to alleler der er referencen.</translation>
    </message>
    <message>
        <source>Nothing was prepared: alleles and strands could not be compared with it.</source>
        <translation>Intet blev forberedt: alleler og strenge kunne ikke sammenlignes med den.</translation>
    </message>
    <message>
        <source>Let plink2 look them up, and give sites.pvar: plink2 --bfile NAME --fa REFERENCE --ref-from-fa force --make-just-pvar --out sites</source>
        <translation>Lad plink2 slå dem op, og angiv sites.pvar: plink2 --bfile NAVN --fa REFERENCE --ref-from-fa force --make-just-pvar --out sites</translation>
    </message>
    <message>
        <source>The site list is a legend without a column for the chromosome.</source>
        <translation>Positionslisten er en legend-fil uden en kolonne for kromosomet.</translation>
    </message>
    <message>
        <source>Put the chromosome before each line, here 20, and give sites.txt: gzip -dc LEGEND | sed &apos;1s/^/chr /;2,$s/^/20 /&apos; &gt; sites.txt</source>
        <translation>Sæt kromosomet foran hver linje, her 20, og angiv sites.txt: gzip -dc LEGEND | sed &apos;1s/^/chr /;2,$s/^/20 /&apos; &gt; sites.txt</translation>
    </message>
    <message>
        <source>The map and the file do not have the same samples ({missing} missing, {extra} extra).</source>
        <translation>Kortet og filen har ikke de samme prøver ({missing} mangler, {extra} ekstra).</translation>
    </message>
    <message>
        <source>All files of one job need the same samples; leave --map out to start a new map.</source>
        <translation>All files of one job need the same samples; leave --map out to start a new map.</translation>
    </message>
    <message>
        <source>The prepared file could not be written.</source>
        <translation>Den forberedte fil kunne ikke skrives.</translation>
    </message>
    <message>
        <source>What was half written is removed.</source>
        <translation>Det halvt skrevne er fjernet.</translation>
    </message>
    <message>
        <source>Check that the folder&apos;s disk is connected and that you may write there.</source>
        <translation>Se efter, at mappens disk er tilsluttet, og at du må skrive dér.</translation>
    </message>
    <message>
        <source>The practice service does not start.</source>
        <translation>Øvelsestjenesten starter ikke.</translation>
    </message>
    <message>
        <source>Try again with another --data folder.</source>
        <translation>Try again with another --data folder.</translation>
    </message>
    <message>
        <source>The practice service listens on this computer only, never on a network.</source>
        <translation>Øvelsestjenesten lytter kun på denne computer, aldrig på et netværk.</translation>
    </message>
    <message>
        <source>Use it from this computer.</source>
        <translation>Brug den fra denne computer.</translation>
    </message>
    <message>
        <source>Port {port} is taken or not allowed.</source>
        <translation>Port {port} er optaget eller ikke tilladt.</translation>
    </message>
    <message>
        <source>Choose another --port, or leave it out.</source>
        <translation>Choose another --port, or leave it out.</translation>
    </message>
    <message>
        <source>The practice service&apos;s data folder cannot be used.</source>
        <translation>Øvelsestjenestens datamappe kan ikke bruges.</translation>
    </message>
    <message>
        <source>Choose a --data folder that you may write to, on a disk with room.</source>
        <translation>Choose a --data folder that you may write to, on a disk with room.</translation>
    </message>
    <message>
        <source>Another practice service uses this data folder.</source>
        <translation>En anden øvelsestjeneste bruger denne datamappe.</translation>
    </message>
    <message>
        <source>End that one, or choose another --data folder.</source>
        <translation>End that one, or choose another --data folder.</translation>
    </message>
    <message>
        <source>The data folder was written by a newer version of Genoseal.</source>
        <translation>Datamappen er skrevet af en nyere version af Genoseal.</translation>
    </message>
    <message>
        <source>Update Genoseal, or choose another --data folder.</source>
        <translation>Update Genoseal, or choose another --data folder.</translation>
    </message>
    <message>
        <source>The practice service did not answer in time.</source>
        <translation>Øvelsestjenesten svarede ikke i tide.</translation>
    </message>
    <message>
        <source>The computer may be very busy. Try again.</source>
        <translation>Computeren har måske meget travlt. Prøv igen.</translation>
    </message>
    <message>
        <source>{files} files are more than the {most} that one submission may have.</source>
        <translation>{files} filer er flere end de {most}, én indsendelse må have.</translation>
    </message>
    <message>
        <source>Send them as several submissions.</source>
        <translation>Send dem som flere indsendelser.</translation>
    </message>
    <message>
        <source>The application does not take this parameter or this value.</source>
        <translation>Anvendelsen tager ikke denne parameter eller denne værdi.</translation>
    </message>
    <message>
        <source>Nothing was prepared and nothing was queued.</source>
        <translation>Intet blev forberedt, og intet blev sat i kø.</translation>
    </message>
    <message>
        <source>It takes: {known}.</source>
        <translation>Den tager: {known}.</translation>
    </message>
    <message>
        <source>The service does not offer that application.</source>
        <translation>Tjenesten tilbyder ikke den anvendelse.</translation>
    </message>
    <message>
        <source>Use one of {known}, or leave --application out.</source>
        <translation>Use one of {known}, or leave --application out.</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>Nyeste version</translation>
    </message>
    <message>
        <source>Your institution does not announce versions.</source>
        <translation>Din institution melder ikke om versioner.</translation>
    </message>
    <message>
        <source>This is the newest that your institution announces.</source>
        <translation>Dette er den nyeste, din institution melder om.</translation>
    </message>
    <message>
        <source>A newer version is out: {newest}; this is {installed}.</source>
        <translation>Der er en nyere version: {newest}; dette er {installed}.</translation>
    </message>
    <message>
        <source>Your institution installs it; Genoseal never updates itself.</source>
        <translation>Din institution installerer den; Genoseal opdaterer aldrig sig selv.</translation>
    </message>
    <message>
        <source>It was ignored. Everything works as before.</source>
        <translation>Det blev der set bort fra. Alt virker som før.</translation>
    </message>
    <message>
        <source>What the service says about newer versions cannot be read ({reason}).</source>
        <translation>Det, tjenesten siger om nyere versioner, kan ikke læses ({reason}).</translation>
    </message>
    <message>
        <source>Tell your institution; its file latest.json wants to be made again.</source>
        <translation>Sig det til din institution; dens fil latest.json skal laves igen.</translation>
    </message>
    <message>
        <source>What the service says about newer versions is not signed by your institution.</source>
        <translation>Det, tjenesten siger om nyere versioner, er ikke underskrevet af din institution.</translation>
    </message>
    <message>
        <source>Install nothing because of it, and tell your institution.</source>
        <translation>Installér intet på grund af det, og sig det til din institution.</translation>
    </message>
    <message>
        <source>Your files are untouched. Nothing can be sent before there is a safe place for your keys.</source>
        <translation>Dine filer er urørte. Der kan ikke sendes noget, før der er et sikkert sted til dine nøgler.</translation>
    </message>
    <message>
        <source>Try again later; sending goes on where it stopped.</source>
        <translation>Prøv igen senere; afsendelsen fortsætter, hvor den slap.</translation>
    </message>
    <message>
        <source>Make room on it, then try again.</source>
        <translation>Skaf plads på den, og prøv så igen.</translation>
    </message>
    <message>
        <source>“Check this computer” names what is in between; your IT department must except the service&apos;s address.</source>
        <translation>“Kontrollér denne computer” viser, hvem der er imellem; din it-afdeling skal undtage tjenestens adresse.</translation>
    </message>
    <message>
        <source>This computer says that it is {now}. Put its clock right, or call the helpdesk if that is the true time.</source>
        <translation>Denne computer siger, at det er {now}. Stil dens ur, eller ring til helpdesk, hvis det er den rigtige tid.</translation>
    </message>
    <message>
        <source>Nothing was queued, and your files are untouched.</source>
        <translation>Intet blev sat i kø, og dine filer er urørte.</translation>
    </message>
    <message>
        <source>Send them again when this is settled.</source>
        <translation>Send dem igen, når dette er løst.</translation>
    </message>
    <message>
        <source>This computer has no keyring that could keep your sign-in and keys.</source>
        <translation>Denne computer har ingen nøglering, der kan opbevare dit login og dine nøgler.</translation>
    </message>
    <message>
        <source>Choose a passphrase: all is then kept in a vault that only it opens.</source>
        <translation>Vælg en adgangssætning: så opbevares alt i et pengeskab, som kun den åbner.</translation>
    </message>
    <message>
        <source>This computer has a keyring service, but no keyring was made in it yet.</source>
        <translation>Denne computer har en nøgleringstjeneste, men der er endnu ikke lavet en nøglering i den.</translation>
    </message>
    <message>
        <source>Sign out of the desktop and in again, which mostly makes one, and check again; or choose a passphrase.</source>
        <translation>Log ud af skrivebordet og ind igen, så laves der oftest en, og kontrollér igen; eller vælg en adgangssætning.</translation>
    </message>
    <message>
        <source>Your sign-in and keys are in a vault that is closed.</source>
        <translation>Dit login og dine nøgler ligger i et pengeskab, der er lukket.</translation>
    </message>
    <message>
        <source>Open it with its passphrase.</source>
        <translation>Åbn det med dets adgangssætning.</translation>
    </message>
    <message>
        <source>Unlock it, mostly by signing in to the desktop, then check again.</source>
        <translation>Lås den op, oftest ved at logge ind på skrivebordet, og kontrollér så igen.</translation>
    </message>
    <message>
        <source>Choose a passphrase, or ask your IT department to set up another keyring.</source>
        <translation>Vælg en adgangssætning, eller bed din it-afdeling om at sætte en anden nøglering op.</translation>
    </message>
    <message>
        <source>This computer does not reach the service: the connection broke off.</source>
        <translation>Denne computer når ikke tjenesten: forbindelsen blev afbrudt.</translation>
    </message>
    <message>
        <source>Look at the network (cable, Wi-Fi, VPN), then try again.</source>
        <translation>Se på netværket (kabel, wi-fi, VPN), og prøv så igen.</translation>
    </message>
    <message>
        <source>There is no network, or the service&apos;s name is not known on it.</source>
        <translation>Der er intet netværk, eller tjenestens navn kendes ikke på det.</translation>
    </message>
    <message>
        <source>Look at the network (cable, Wi-Fi, VPN) and the proxy, then try again.</source>
        <translation>Se på netværket (kabel, wi-fi, VPN) og proxyen, og prøv så igen.</translation>
    </message>
    <message>
        <source>The service may be switched off, or a firewall is in between. Try again later.</source>
        <translation>Tjenesten er måske slukket, eller der er en firewall imellem. Prøv igen senere.</translation>
    </message>
    <message>
        <source>The service has too much to do and asks to wait.</source>
        <translation>Tjenesten har for meget at lave og beder om at vente.</translation>
    </message>
    <message>
        <source>For now no try counts, not even a right one.</source>
        <translation>Foreløbig tæller intet forsøg, heller ikke et rigtigt.</translation>
    </message>
    <message>
        <source>Time to wait: {wait}. Then try once more, slowly. If it was not you who tried, call the helpdesk.</source>
        <translation>Ventetid: {wait}. Prøv så én gang til, langsomt. Var det ikke dig, der prøvede, så ring til helpdesk.</translation>
    </message>
    <message>
        <source>Time to wait: {wait}. Then try again.</source>
        <translation>Ventetid: {wait}. Prøv så igen.</translation>
    </message>
    <message>
        <source>The service is closed for the moment, probably for maintenance.</source>
        <translation>Tjenesten er lukket i øjeblikket, sandsynligvis på grund af vedligeholdelse.</translation>
    </message>
    <message>
        <source>A web page came instead of the service: mostly a guest network wants a sign-in.</source>
        <translation>Der kom en webside i stedet for tjenesten: oftest vil et gæstenetværk have et login.</translation>
    </message>
    <message>
        <source>Open a web browser and sign in to the network, then try again.</source>
        <translation>Åbn en webbrowser, og log ind på netværket; prøv så igen.</translation>
    </message>
    <message>
        <source>Do not go on. Call the helpdesk and tell them the key that was shown: {presented_pin}</source>
        <translation>Gå ikke videre. Ring til helpdesk, og oplys nøglen, der blev vist: {presented_pin}</translation>
    </message>
    <message>
        <source>Something opens secure connections here, mostly a virus scanner or a proxy.</source>
        <translation>Noget åbner sikre forbindelser her, oftest en virusscanner eller en proxy.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has run out, or this computer&apos;s clock is wrong.</source>
        <translation>Serverens certifikat er udløbet, eller denne computers ur går forkert.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet, or this computer&apos;s clock is wrong.</source>
        <translation>Serverens certifikat gælder ikke endnu, eller denne computers ur går forkert.</translation>
    </message>
    <message>
        <source>The clocks of this computer and of the service are {apart} apart.</source>
        <translation>Denne computers og tjenestens ure er {apart} fra hinanden.</translation>
    </message>
    <message>
        <source>Your files are untouched. Six-digit codes may be refused until the clock is put right.</source>
        <translation>Dine filer er urørte. Sekscifrede koder kan blive afvist, indtil uret er stillet.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock to automatic time, then check again.</source>
        <translation>Sæt denne computers ur til automatisk tid, og kontrollér så igen.</translation>
    </message>
    <message>
        <source>Your institution&apos;s profile has expired ({not_after}).</source>
        <translation>Din institutions profil er udløbet ({not_after}).</translation>
    </message>
    <message>
        <source>Nothing can be sent. Results and deleting still work, and your files are untouched.</source>
        <translation>Der kan ikke sendes noget. Resultater og sletning virker stadig, og dine filer er urørte.</translation>
    </message>
    <message>
        <source>Ask your institution for its current profile and open it; check also the date of this computer.</source>
        <translation>Bed din institution om dens nuværende profil, og åbn den; kontrollér også denne computers dato.</translation>
    </message>
    <message>
        <source>The rules “{policy}” want a second person&apos;s approval.</source>
        <translation>Reglerne “{policy}” kræver en anden persons godkendelse.</translation>
    </message>
    <message>
        <source>Nothing was sent, and your files are untouched.</source>
        <translation>Intet blev sendt, og dine filer er urørte.</translation>
    </message>
    <message>
        <source>Choose “Send” again: the review now says how the second person approves.</source>
        <translation>Vælg “Send” igen: gennemgangen viser nu, hvordan den anden person godkender.</translation>
    </message>
    <message>
        <source>Open the file that the second person gave back.</source>
        <translation>Åbn filen, som den anden person gav tilbage.</translation>
    </message>
    <message>
        <source>The approval is for another preparation, not for one of this computer and these rules.</source>
        <translation>Godkendelsen gælder en anden forberedelse, ikke en fra denne computer efter disse regler.</translation>
    </message>
    <message>
        <source>Open the approval that belongs to these files, or have them approved anew.</source>
        <translation>Åbn den godkendelse, der hører til disse filer, eller få dem godkendt igen.</translation>
    </message>
    <message>
        <source>Nothing was written into the folder, and nothing was sent.</source>
        <translation>Intet blev skrevet i mappen, og intet blev sendt.</translation>
    </message>
    <message>
        <source>Prepare the files again when you are ready.</source>
        <translation>Forbered filerne igen, når du er klar.</translation>
    </message>
    <message>
        <source>This folder has no report of a preparation, or the report is damaged.</source>
        <translation>I denne mappe er der ingen rapport om en forberedelse, eller den er beskadiget.</translation>
    </message>
    <message>
        <source>Choose the folder that you were given; “report.json” lies in it.</source>
        <translation>Vælg den mappe, du har fået; “report.json” ligger i den.</translation>
    </message>
    <message>
        <source>Ask for the whole folder again, just as it was prepared.</source>
        <translation>Bed om hele mappen igen, præcis som den blev forberedt.</translation>
    </message>
    <message>
        <source>The disk of this computer is full.</source>
        <translation>Denne computers disk er fuld.</translation>
    </message>
    <message>
        <source>The disk has no room for the sealed copy (free: {free_bytes}).</source>
        <translation>Disken har ikke plads til den forseglede kopi (ledigt: {free_bytes}).</translation>
    </message>
    <message>
        <source>The submission keeps its place and waits for the file.</source>
        <translation>Indsendelsen beholder sin plads og venter på filen.</translation>
    </message>
    <message>
        <source>Put the file back where it was and try again, or cancel the submission.</source>
        <translation>Læg filen tilbage, hvor den var, og prøv igen, eller annullér indsendelsen.</translation>
    </message>
    <message>
        <source>A result would take the place of a file that it is made from.</source>
        <translation>Et resultat ville tage pladsen for en fil, som det er lavet af.</translation>
    </message>
    <message>
        <source>Nothing was written, and your file is as it was.</source>
        <translation>Intet blev skrevet, og din fil er, som den var.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Vælg en anden mappe.</translation>
    </message>
    <message>
        <source>A file is no longer where it was.</source>
        <translation>En fil er ikke længere, hvor den var.</translation>
    </message>
    <message>
        <source>Put it back, or take it off the list and choose it again.</source>
        <translation>Læg den tilbage, eller fjern den fra listen, og vælg den igen.</translation>
    </message>
    <message>
        <source>A header line lies among the records: files were joined as text. Join them with bcftools concat.</source>
        <translation>En hovedlinje ligger mellem posterne: filer er sat sammen som tekst. Sæt dem sammen med bcftools concat.</translation>
    </message>
    <message>
        <source>A line has another number of tab-separated columns than the header. Write the file again with its program.</source>
        <translation>En linje har et andet antal kolonner end hovedet. Skriv filen igen med dens program.</translation>
    </message>
    <message>
        <source>A position lies outside its chromosome. Check that the build is the right one; records without a place (position 0) go with bcftools view -e POS=0 FILE</source>
        <translation>En position ligger uden for sit kromosom. Kontrollér, at det er den rigtige genomversion; poster uden plads (position 0) fjernes med bcftools view -e POS=0 FIL</translation>
    </message>
    <message>
        <source>Sort the file: bcftools sort -Oz -o sorted.vcf.gz FILE</source>
        <translation>Sortér filen: bcftools sort -Oz -o sorted.vcf.gz FIL</translation>
    </message>
    <message>
        <source>A chromosome&apos;s records are not together. Sort the file: bcftools sort -Oz -o sorted.vcf.gz FILE</source>
        <translation>Et kromosoms poster står ikke samlet. Sortér filen: bcftools sort -Oz -o sorted.vcf.gz FIL</translation>
    </message>
    <message>
        <source>A record has no GT; only genotypes can be prepared. Call them, have the program that imputed write GT too, or make them from GP: bcftools +tag2tag FILE -- --gp-to-gt</source>
        <translation>En post har intet GT; kun genotyper kan forberedes. Kald genotyperne, lad programmet, der imputerede, også skrive GT, eller lav dem ud fra GP: bcftools +tag2tag FIL -- --gp-to-gt</translation>
    </message>
    <message>
        <source>A genotype cannot be read: it is numbers of alleles, without zeros before them, with / or | between them, such as 0/1. Write the file again with its program.</source>
        <translation>En genotype kan ikke læses: den er numre på alleler, uden nuller foran, med / eller | imellem, såsom 0/1. Skriv filen igen med dens program.</translation>
    </message>
    <message>
        <source>A genotype has one allele where everybody has two (at both ends of X, PAR, men have two as well, which plink does not write), or it has more than two. Where one stands for two alike, bcftools +fixploidy FILE writes both; else call again with the right ploidy.</source>
        <translation>En genotype har ét allel, hvor alle har to (i begge ender af X, PAR, har mænd også to, hvilket plink ikke skriver), eller den har flere end to. Hvor ét står for to ens, skriver bcftools +fixploidy FIL begge; ellers bestem genotyperne igen med den rette ploidi.</translation>
    </message>
    <message>
        <source>Some samples have one allele at some places of this chromosome and two at others. Set one ploidy per sample: bcftools +fixploidy FILE</source>
        <translation>Nogle prøver har én allel nogle steder på dette kromosom og to andre steder. Sæt én ploidi pr. prøve: bcftools +fixploidy FIL</translation>
    </message>
    <message>
        <source>A sample has no name. Name it: bcftools reheader -s NAMES FILE</source>
        <translation>En prøve har intet navn. Navngiv den: bcftools reheader -s NAVNE FIL</translation>
    </message>
    <message>
        <source>Two columns have the same sample name. Rename one: bcftools reheader -s NAMES FILE</source>
        <translation>To kolonner har samme prøvenavn. Omdøb den ene: bcftools reheader -s NAVNE FIL</translation>
    </message>
    <message>
        <source>There are more samples than the service or the policy allows. Make jobs of some of them each: bcftools view -S NAMES FILE</source>
        <translation>Der er flere prøver, end tjenesten eller politikken tillader. Lav flere job af dem: bcftools view -S NAVNE FIL</translation>
    </message>
    <message>
        <source>The files of one job must have the same samples.</source>
        <translation>Filerne i ét job skal have de samme prøver.</translation>
    </message>
    <message>
        <source>Two files of the job hold the same chromosome. Leave one of them out.</source>
        <translation>To filer i jobbet har det samme kromosom. Udelad den ene.</translation>
    </message>
    <message>
        <source>The files of one job must have the same build. Prepare the files of each build as a job of its own.</source>
        <translation>Filerne i ét job skal have samme genomversion. Forbered filerne af hver version som et job for sig.</translation>
    </message>
    <message>
        <source>The header has contig lengths of hg19 and of hg38, so you have to say which of them the positions are in. Ask whoever made the file if you are not sure; a wrong build ruins the results.</source>
        <translation>Hovedet har contiglængder fra både hg19 og hg38, så du må sige, hvilken af dem positionerne er i. Spørg den, der har lavet filen, hvis du ikke er sikker; en forkert version ødelægger resultaterne.</translation>
    </message>
    <message>
        <source>Well-known variants lie where the other build has them, and none where the one you gave does. Ask whoever made the file before you send it.</source>
        <translation>Velkendte varianter ligger, hvor den anden genomversion har dem, og ingen ligger, hvor den angivne har dem. Spørg den, der har lavet filen, før du sender den.</translation>
    </message>
    <message>
        <source>No record is left after preparing; the counts by reason say why.</source>
        <translation>Ingen post er tilbage efter forberedelsen; antallene efter grund siger hvorfor.</translation>
    </message>
    <message>
        <source>No window has enough sites and, in every sample, at least half of them called. Leave out the samples with the fewest calls (bcftools stats -s - FILE counts what each lacks), or call again.</source>
        <translation>Intet vindue har nok steder og i hver prøve mindst halvdelen af dem bestemt. Udelad prøverne med færrest bestemmelser (bcftools stats -s - FIL tæller, hvad hver mangler), eller bestem genotyperne igen.</translation>
    </message>
    <message>
        <source>The header&apos;s contigs or reference are neither hg19&apos;s nor hg38&apos;s, but those of another assembly (hg18, T2T) or species. Lift the file over to hg19 or hg38 first.</source>
        <translation>Hovedets contigs eller reference hører hverken til hg19 eller hg38, men til en anden genomversion (hg18, T2T) eller art. Overfør først filen til hg19 eller hg38.</translation>
    </message>
    <message>
        <source>Records of chromosome 25 or XY, as plink calls the parts that X and Y share, were left out. Merge them into X before the VCF is written: plink --merge-x (plink2 also --merge-par).</source>
        <translation>Poster på kromosom 25 eller XY, som plink kalder de dele, X og Y har fælles, er udeladt. Læg dem i X, før VCF-filen skrives: plink --merge-x (plink2 også --merge-par).</translation>
    </message>
    <message>
        <source>Records on contigs that are not called like a chromosome (20, chr20, X …) were left out. Where they are chromosomes, rename them: bcftools annotate --rename-chrs NAMES FILE</source>
        <translation>Poster på contigs, der ikke hedder som et kromosom (20, chr20, X …), er udeladt. Er de kromosomer, så omdøb dem: bcftools annotate --rename-chrs NAVNE FIL</translation>
    </message>
    <message>
        <source>The file looks like a gVCF: most records are blocks without a variant, and its variants name &lt;NON_REF&gt; or &lt;*&gt; as one more allele. Call genotypes first, over all samples together: GATK GenotypeGVCFs or GLnexus; of what bcftools mpileup wrote: bcftools call -m</source>
        <translation>Filen ligner en gVCF: de fleste poster er blokke uden variant, og dens varianter nævner &lt;NON_REF&gt; eller &lt;*&gt; som en allel mere. Bestem først genotyperne for alle prøver sammen: GATK GenotypeGVCFs eller GLnexus; af det, som bcftools mpileup har skrevet: bcftools call -m</translation>
    </message>
    <message>
        <source>Values that are no number of their field&apos;s kind left as missing: DS is 0 to 2, GP are probabilities from 0 to 1, PL whole numbers, GP and PL three for two alleles; decimals have a point.</source>
        <translation>Værdier, der ikke er tal af feltets slags, er sendt som manglende: DS er 0 til 2, GP er sandsynligheder fra 0 til 1, PL hele tal, GP og PL tre for to alleler; decimaler har punktum.</translation>
    </message>
    <message>
        <source>The policy sends this field and no record of the file has it, so it leaves as missing. Choose the policy that fits the file, or a file that has the field.</source>
        <translation>Politikken sender dette felt, og ingen post i filen har det, så det sendes som manglende. Vælg den politik, der passer til filen, eller en fil, der har feltet.</translation>
    </message>
    <message>
        <source>No record of this chromosome is left after preparing, so no file of it is written; the counts by reason say why.</source>
        <translation>Efter forberedelsen er ingen post af dette kromosom tilbage, så der skrives ingen fil af det; optællingen efter årsager siger hvorfor.</translation>
    </message>
    <message>
        <source>Records of chromosomes that the policy does not send were left out.</source>
        <translation>Poster fra kromosomer, som politikken ikke sender, er udeladt.</translation>
    </message>
    <message>
        <source>The disk has less free space than the files take; preparing may have to stop.</source>
        <translation>Disken har mindre fri plads, end filerne fylder; forberedelsen må måske stoppe.</translation>
    </message>
    <message>
        <source>This file is not the one that was approved. Prepare and have it approved again, or send it with the same source, policy, build, map and lists as then.</source>
        <translation>Denne fil er ikke den, der blev godkendt. Forbered den, og få den godkendt igen, eller send den med samme kilde, politik, genomversion, kort og lister som dengang.</translation>
    </message>
    <message>
        <source>Sites where fewer than 90 % of samples are called; services leave them out.</source>
        <translation>Steder, hvor færre end 90 % af prøverne er bestemt; tjenester udelader dem.</translation>
    </message>
    <message>
        <source>In some windows at least one sample has fewer than half of the sites called; services leave such windows out.</source>
        <translation>I nogle vinduer har mindst én prøve under halvdelen af stederne bestemt; tjenester udelader sådanne vinduer.</translation>
    </message>
    <message>
        <source>Some windows have fewer sites than the service needs; they are left out there. Sites that it leaves out do not count.</source>
        <translation>Nogle vinduer har færre steder, end tjenesten behøver; de udelades dér. Steder, som den udelader, tæller ikke med.</translation>
    </message>
    <message>
        <source>In some windows fewer than half of the sites are on the site list; services leave such windows out.</source>
        <translation>I nogle vinduer er under halvdelen af stederne på positionslisten; tjenester udelader sådanne vinduer.</translation>
    </message>
    <message>
        <source>There are more sites in 10 million bases, on average, than the service accepts. Send only those of a site list or of an array.</source>
        <translation>Der er i gennemsnit flere positioner på 10 millioner baser, end tjenesten tager imod. Send kun dem på en positionsliste eller en array.</translation>
    </message>
    <message>
        <source>In every window fewer than half of the sites are on the site list. Is the build the list&apos;s?</source>
        <translation>I hvert vindue er under halvdelen af positionerne på positionslisten. Er det listens genomversion?</translation>
    </message>
    <message>
        <source>Most sites are not on the site list and stay here. That is as it should be for sequencing and the sites of an array; else look whether the list is of the same build.</source>
        <translation>De fleste positioner er ikke på positionslisten og bliver her. Sådan skal det være for sekventering med en arrays positioner; ellers se efter, om listen er af samme genomversion.</translation>
    </message>
    <message>
        <source>Many sites are given on the other strand. Align them to the reference: bcftools +fixref FILE</source>
        <translation>Mange steder er angivet på den anden streng. Ret dem ind efter referencen: bcftools +fixref FIL</translation>
    </message>
    <message>
        <source>Some sites are given on the other strand; services leave them out.</source>
        <translation>Nogle steder er angivet på den anden streng; tjenester udelader dem.</translation>
    </message>
    <message>
        <source>The site list has other alleles here; services leave such sites out.</source>
        <translation>Positionslisten har andre alleler her; tjenester udelader sådanne positioner.</translation>
    </message>
    <message>
        <source>Allele frequencies differ by more than 0.2 from the site list&apos;s.</source>
        <translation>Allelfrekvenser afviger mere end 0,2 fra dem på positionslisten.</translation>
    </message>
    <message>
        <source>A position is not a whole number of one to nine digits. Write the file again with its program.</source>
        <translation>En position er ikke et helt tal på et til ni cifre. Skriv filen igen med dens program.</translation>
    </message>
    <message>
        <source>A genotype names an allele that its record does not have. Write the file again with its program, or leave the record out: bcftools view -t ^CHROM:POS FILE</source>
        <translation>En genotype nævner en allel, som dens post ikke har. Skriv filen igen med dens program, eller udelad posten: bcftools view -t ^CHROM:POS FIL</translation>
    </message>
    <message>
        <source>There are no samples, or all are left out; there is nothing to prepare.</source>
        <translation>Der er ingen prøver, eller alle er udeladt; der er intet at forberede.</translation>
    </message>
    <message>
        <source>The service wants more samples in a job. Put more into it, or choose another service.</source>
        <translation>Tjenesten vil have flere prøver i et job. Tag flere med, eller vælg en anden tjeneste.</translation>
    </message>
    <message>
        <source>The files of one job must have their samples in the same order. Take that of one file for the others: bcftools query -l THAT_FILE &gt; NAMES; bcftools view -S NAMES -Oz -o NEW FILE</source>
        <translation>Filerne i ét job skal have deres prøver i samme rækkefølge. Tag den ene fils rækkefølge til de andre: bcftools query -l DEN_FIL &gt; NAVNE; bcftools view -S NAVNE -Oz -o NY FIL</translation>
    </message>
    <message>
        <source>The header&apos;s contig lengths do not tell which build the positions are in, so you have to: hg19 (GRCh37) or hg38 (GRCh38). Ask whoever made the file if you are not sure; a wrong build ruins the results.</source>
        <translation>Hovedets contiglængder viser ikke, hvilken genomversion positionerne er i, så det må du sige: hg19 (GRCh37) eller hg38 (GRCh38). Spørg den, der har lavet filen, hvis du ikke er sikker; en forkert version ødelægger resultaterne.</translation>
    </message>
    <message>
        <source>The header&apos;s contig lengths are another build&apos;s than the one given. Check which build the file is in.</source>
        <translation>Hovedets contiglængder hører til en anden genomversion end den angivne. Kontrollér, hvilken genomversion filen er i.</translation>
    </message>
    <message>
        <source>The file has a header and no record. Copy it again, or make it again with its program.</source>
        <translation>Filen har et hoved og ingen post. Kopiér den igen, eller lav den igen med dens program.</translation>
    </message>
    <message>
        <source>Most genotypes of these samples on X outside PAR are half calls such as 0/. (so some programs write men); half calls become missing, so what is known of these samples there is lost. Call again so that men have one allele, or set it: bcftools +fixploidy FILE -- -s SEX, where SEX has a line NAME M for each man (for chrX, or hg38, also -p PLOIDY with a line chrX 2781480 155701382 M 1)</source>
        <translation>De fleste genotyper for disse prøver på X uden for PAR er halvt kendte, såsom 0/. (sådan skriver nogle programmer mænd); halvt kendte bliver manglende, så det, der vides om prøverne dér, går tabt. Bestem genotyperne igen, så mænd har én allel, eller sæt det: bcftools +fixploidy FIL -- -s KØN, hvor KØN har en linje NAVN M for hver mand (til chrX, eller hg38, også -p PLOIDI med en linje chrX 2781480 155701382 M 1)</translation>
    </message>
    <message>
        <source>Ids that would leave look like identity numbers or dates of birth: the map was not made by this program as it is now. A new map is needed; the helpdesk knows how.</source>
        <translation>Id&apos;er, der ville blive sendt, ligner personnumre eller fødselsdatoer: kortet er ikke lavet af dette program, som det er nu. Der skal et nyt kort til; helpdesk ved hvordan.</translation>
    </message>
    <message>
        <source>The prepared file is larger than the service accepts. Make jobs of some of the samples each.</source>
        <translation>Den forberedte fil er større, end tjenesten tager imod. Lav flere job med en del af prøverne hver.</translation>
    </message>
    <message>
        <source>records</source>
        <translation>poster</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>linjer</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>kolonner</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>prøver</translation>
    </message>
    <message>
        <source>sample names</source>
        <translation>prøvenavne</translation>
    </message>
    <message>
        <source>samples on</source>
        <translation>prøver på</translation>
    </message>
    <message>
        <source>pseudonyms</source>
        <translation>pseudonymer</translation>
    </message>
    <message>
        <source>site list</source>
        <translation>positionsliste</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fil</translation>
    </message>
    <message>
        <source>all files</source>
        <translation>alle filer</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>filnavn</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>disk</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>godkendelse</translation>
    </message>
    <message>
        <source>header</source>
        <translation>hoved</translation>
    </message>
    <message>
        <source>gzip header</source>
        <translation>gzip-hoved</translation>
    </message>
    <message>
        <source>chromosome</source>
        <translation>kromosom</translation>
    </message>
</context>
<context>
    <name>plural</name>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n prøve</numerusform>
            <numerusform>%n prøver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right first</source>
        <translation>
            <numerusform>%n ting at rette først</numerusform>
            <numerusform>%n ting at rette først</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n identifying place(s) will be removed</source>
        <translation>
            <numerusform>%n identificerende sted fjernes</numerusform>
            <numerusform>%n identificerende steder fjernes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chromosome(s)</source>
        <translation>
            <numerusform>%n kromosom</numerusform>
            <numerusform>%n kromosomer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That code was right %n second(s) ago: the phone&apos;s clock is behind.</source>
        <translation>
            <numerusform>Koden var rigtig for %n sekund siden: telefonens ur går bagud.</numerusform>
            <numerusform>Koden var rigtig for %n sekunder siden: telefonens ur går bagud.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That code will be right in %n second(s): the phone&apos;s clock is ahead.</source>
        <translation>
            <numerusform>Koden bliver rigtig om %n sekund: telefonens ur går foran.</numerusform>
            <numerusform>Koden bliver rigtig om %n sekunder: telefonens ur går foran.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>cirka %n minut tilbage</numerusform>
            <numerusform>cirka %n minutter tilbage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>cirka %n time tilbage</numerusform>
            <numerusform>cirka %n timer tilbage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n map(s)</source>
        <translation>
            <numerusform>%n kort</numerusform>
            <numerusform>%n kort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n nøgle</numerusform>
            <numerusform>%n nøgler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n position</numerusform>
            <numerusform>%n positioner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fil</numerusform>
            <numerusform>%n filer</numerusform>
        </translation>
    </message>
</context>
</TS>
