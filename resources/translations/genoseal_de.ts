<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AccountStep</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in with the user name and first password from your helpdesk. If no six-digit code is set up yet, that comes next: six steps, about three minutes. Have your phone and the invitation code at hand.</source>
        <translation>Melden Sie sich mit dem Benutzernamen und dem ersten Passwort von Ihrem Helpdesk an. Gibt es noch keinen sechsstelligen Code, folgt er als Nächstes: sechs Schritte, etwa drei Minuten. Halten Sie Telefon und Einladungscode bereit.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <translation>Sie sind angemeldet.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>The log was cut or replaced before this line</source>
        <translation>Das Protokoll wurde vor dieser Zeile gekürzt oder ersetzt</translation>
    </message>
    <message>
        <source>A line was torn by a crash</source>
        <translation>Eine Zeile wurde durch einen Absturz abgebrochen</translation>
    </message>
    <message>
        <source>The log&apos;s anchor was lost</source>
        <translation>Der Anker des Protokolls ging verloren</translation>
    </message>
    <message>
        <source>Log verified</source>
        <translation>Protokoll geprüft</translation>
    </message>
    <message>
        <source>Log exported</source>
        <translation>Protokoll exportiert</translation>
    </message>
    <message>
        <source>Profile installed</source>
        <translation>Profil installiert</translation>
    </message>
    <message>
        <source>Profile renewed</source>
        <translation>Profil erneuert</translation>
    </message>
    <message>
        <source>Profile refused</source>
        <translation>Profil abgelehnt</translation>
    </message>
    <message>
        <source>Second factor set up</source>
        <translation>Zweiter Faktor eingerichtet</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Locked after idle time</source>
        <translation>Nach Untätigkeit gesperrt</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>Recovery codes renewed</source>
        <translation>Notfallcodes erneuert</translation>
    </message>
    <message>
        <source>Own data at the service shown</source>
        <translation>Eigene Daten beim Dienst angezeigt</translation>
    </message>
    <message>
        <source>Computer revoked</source>
        <translation>Computer gesperrt</translation>
    </message>
    <message>
        <source>Files inspected</source>
        <translation>Dateien untersucht</translation>
    </message>
    <message>
        <source>Files prepared</source>
        <translation>Dateien vorbereitet</translation>
    </message>
    <message>
        <source>Files refused</source>
        <translation>Dateien abgelehnt</translation>
    </message>
    <message>
        <source>File sealed</source>
        <translation>Datei versiegelt</translation>
    </message>
    <message>
        <source>Sealed file opened</source>
        <translation>Versiegelte Datei geöffnet</translation>
    </message>
    <message>
        <source>Names put back into results</source>
        <translation>Namen in Ergebnisse zurückgesetzt</translation>
    </message>
    <message>
        <source>Keys made</source>
        <translation>Schlüssel erzeugt</translation>
    </message>
    <message>
        <source>Keys backed up</source>
        <translation>Schlüssel gesichert</translation>
    </message>
    <message>
        <source>Keys brought back</source>
        <translation>Schlüssel zurückgeholt</translation>
    </message>
    <message>
        <source>One person looked up in the maps</source>
        <translation>Eine Person in den Pseudonymtabellen nachgeschlagen</translation>
    </message>
    <message>
        <source>Pseudonym map made</source>
        <translation>Pseudonymtabelle erzeugt</translation>
    </message>
    <message>
        <source>Pseudonym map backed up</source>
        <translation>Pseudonymtabelle gesichert</translation>
    </message>
    <message>
        <source>Pseudonym map brought back</source>
        <translation>Pseudonymtabelle zurückgeholt</translation>
    </message>
    <message>
        <source>Consent confirmed</source>
        <translation>Einwilligung bestätigt</translation>
    </message>
    <message>
        <source>Second person approved</source>
        <translation>Von zweiter Person freigegeben</translation>
    </message>
    <message>
        <source>Submission begun</source>
        <translation>Einsendung begonnen</translation>
    </message>
    <message>
        <source>Sealed files uploaded</source>
        <translation>Versiegelte Dateien hochgeladen</translation>
    </message>
    <message>
        <source>Submission confirmed by receipt</source>
        <translation>Einsendung durch Quittung bestätigt</translation>
    </message>
    <message>
        <source>Submission paused</source>
        <translation>Einsendung angehalten</translation>
    </message>
    <message>
        <source>Submission continued</source>
        <translation>Einsendung fortgesetzt</translation>
    </message>
    <message>
        <source>Submission cancelled</source>
        <translation>Einsendung abgebrochen</translation>
    </message>
    <message>
        <source>Submission failed</source>
        <translation>Einsendung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Finished submissions cleared</source>
        <translation>Beendete Einreichungen entfernt</translation>
    </message>
    <message>
        <source>Job cancelled</source>
        <translation>Auftrag abgebrochen</translation>
    </message>
    <message>
        <source>Job deleted at the service</source>
        <translation>Auftrag beim Dienst gelöscht</translation>
    </message>
    <message>
        <source>Results downloaded</source>
        <translation>Ergebnisse abgeholt</translation>
    </message>
    <message>
        <source>Deletion certificate verified</source>
        <translation>Löschbescheinigung geprüft</translation>
    </message>
    <message>
        <source>Deletion certificate refused</source>
        <translation>Löschbescheinigung abgelehnt</translation>
    </message>
    <message>
        <source>Diagnostics saved</source>
        <translation>Diagnose gespeichert</translation>
    </message>
    <message>
        <source>Old files removed here</source>
        <translation>Alte Dateien hier entfernt</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>This line cannot be read.</source>
        <translation>Diese Zeile ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>ActivityFact</name>
    <message>
        <source>maps</source>
        <translation>Pseudonymtabellen</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>records read</source>
        <translation>Datensätze gelesen</translation>
    </message>
    <message>
        <source>records kept</source>
        <translation>Datensätze behalten</translation>
    </message>
    <message>
        <source>records left out</source>
        <translation>Datensätze weggelassen</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>Funde</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>blockierend</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>computers</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>failed checks</source>
        <translation>fehlgeschlagene Prüfungen</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>sealed size</source>
        <translation>versiegelte Größe</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>recovery codes left</source>
        <translation>Notfallcodes übrig</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>sealed files</source>
        <translation>versiegelte Dateien</translation>
    </message>
    <message>
        <source>working copies</source>
        <translation>Arbeitskopien</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>submission</source>
        <translation>Einsendung</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>chromosome</source>
        <translation>Chromosom</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>kept in</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Regelwerk</translation>
    </message>
    <message>
        <source>limits of</source>
        <translation>Grenzen von</translation>
    </message>
    <message>
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Aktenzeichen</translation>
    </message>
    <message>
        <source>by</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>exit code</source>
        <translation>Exitcode</translation>
    </message>
    <message>
        <source>lines expected</source>
        <translation>Zeilen erwartet</translation>
    </message>
    <message>
        <source>lines found</source>
        <translation>Zeilen gefunden</translation>
    </message>
    <message>
        <source>torn off</source>
        <translation>abgerissen</translation>
    </message>
    <message>
        <source>whole up to line</source>
        <translation>vollständig bis Zeile</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>kind of key</source>
        <translation>Art des Schlüssels</translation>
    </message>
    <message>
        <source>last line</source>
        <translation>letzte Zeile</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>vault</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>memory only</source>
        <translation>nur Arbeitsspeicher</translation>
    </message>
    <message>
        <source>six-digit code</source>
        <translation>sechsstelligem Code</translation>
    </message>
    <message>
        <source>recovery code</source>
        <translation>Notfallcode</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>renewal</source>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>What was done with personal data on this computer. Counts and ids only, never a name.</source>
        <translation>Was auf diesem Computer mit personenbezogenen Daten geschah. Nur Zahlen und Kennungen, nie ein Name.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Each step with personal data will appear here.</source>
        <translation>Jeder Schritt mit personenbezogenen Daten erscheint hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), none changed, removed or put in another order.</source>
        <translation>
            <numerusform>%n Zeile, nicht geändert, entfernt oder umgestellt.</numerusform>
            <numerusform>%n Zeilen, keine geändert, entfernt oder umgestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proven complete up to line %1 by the service&apos;s receipt of %2.</source>
        <translation>Nachweislich vollständig bis Zeile %1 durch die Quittung des Dienstes vom %2.</translation>
    </message>
    <message>
        <source>No receipt proves it from outside yet.</source>
        <translation>Noch belegt ihn keine Quittung von außen.</translation>
    </message>
    <message>
        <source>The log is whole</source>
        <translation>Das Protokoll ist unversehrt</translation>
    </message>
    <message>
        <source>Export the activity log</source>
        <translation>Aktivitätsprotokoll exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written.</source>
        <translation>
            <numerusform>%n Zeile geschrieben.</numerusform>
            <numerusform>%n Zeilen geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddAccountStep</name>
    <message>
        <source>Add the account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Show picture and key</source>
        <translation>Bild und Schlüssel zeigen</translation>
    </message>
    <message>
        <source>In the app choose “Add account” or “+”, then scan this picture. The app must then show exactly:</source>
        <translation>Wählen Sie in der App „Konto hinzufügen“ oder „+“ und scannen Sie dieses Bild. Die App muss dann genau zeigen:</translation>
    </message>
    <message>
        <source>Cannot scan? Type this key instead (kind of account: time-based):</source>
        <translation>Scannen geht nicht? Geben Sie diesen Schlüssel ein (Kontoart: zeitbasiert):</translation>
    </message>
    <message numerus="yes">
        <source>Hide (hides itself in %n s)</source>
        <translation>
            <numerusform>Verbergen (noch %n s)</numerusform>
            <numerusform>Verbergen (noch %n s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Your files are still being sent</source>
        <translation>Ihre Dateien werden noch gesendet</translation>
    </message>
    <message>
        <source>Keep sending in the background, or quit now? After quitting, sending goes on where it stopped as soon as you open Genoseal again.</source>
        <translation>Im Hintergrund weiter senden oder jetzt beenden? Nach dem Beenden geht es dort weiter, wo es stehen blieb, sobald Sie Genoseal wieder öffnen.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>Weiter senden</translation>
    </message>
    <message>
        <source>Your files are still being prepared</source>
        <translation>Ihre Dateien werden noch vorbereitet</translation>
    </message>
    <message>
        <source>They are prepared for a second person. Quitting stops that, and nothing of it is kept.</source>
        <translation>Sie werden für eine zweite Person vorbereitet. Beenden bricht das ab, und nichts davon bleibt.</translation>
    </message>
    <message>
        <source>Keep preparing</source>
        <translation>Weiter vorbereiten</translation>
    </message>
    <message>
        <source>Sending files</source>
        <translation>Dateien werden gesendet</translation>
    </message>
    <message>
        <source>A submission was sent and confirmed.</source>
        <translation>Eine Einsendung wurde gesendet und bestätigt.</translation>
    </message>
    <message>
        <source>Results are ready.</source>
        <translation>Ergebnisse sind bereit.</translation>
    </message>
    <message>
        <source>A job has failed.</source>
        <translation>Ein Auftrag ist fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>A second person must approve</source>
        <translation>Eine zweite Person muss freigeben</translation>
    </message>
    <message>
        <source>The rules “%1” let nothing leave on one person&apos;s word. Nothing is sent before the approval is here.</source>
        <translation>Nach den Regeln „%1“ geht nichts auf das Wort einer Person allein hinaus. Vor der Freigabe wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Prepare for approval…</source>
        <translation>Zur Freigabe vorbereiten…</translation>
    </message>
    <message>
        <source>Open the approval…</source>
        <translation>Freigabe öffnen…</translation>
    </message>
    <message>
        <source>Prepare the files into an empty folder, and give that folder to the second person.</source>
        <translation>Bereiten Sie die Dateien in einen leeren Ordner vor und geben Sie diesen Ordner der zweiten Person.</translation>
    </message>
    <message>
        <source>When “%1” comes back, open it here; then send the same files.</source>
        <translation>Kommt „%1“ zurück, öffnen Sie die Datei hier und senden Sie dann dieselben Dateien.</translation>
    </message>
    <message>
        <source>%1 approved (%2). What is prepared now must be what was approved, byte for byte; anything else is not sent.</source>
        <translation>%1 hat freigegeben (%2). Was jetzt vorbereitet wird, muss Byte für Byte das Freigegebene sein; anderes wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Choose an empty folder for the second person</source>
        <translation>Wählen Sie einen leeren Ordner für die zweite Person</translation>
    </message>
    <message>
        <source>Open the approval</source>
        <translation>Freigabe öffnen</translation>
    </message>
</context>
<context>
    <name>ApproveSheet</name>
    <message>
        <source>Approve for somebody else</source>
        <translation>Für jemand anderen freigeben</translation>
    </message>
    <message>
        <source>Open the folder that you were given. Its files are compared with the report; nothing is sent from here, and nothing in the folder is changed.</source>
        <translation>Öffnen Sie den Ordner, den Sie bekommen haben. Seine Dateien werden mit dem Bericht verglichen; von hier wird nichts gesendet und im Ordner nichts geändert.</translation>
    </message>
    <message>
        <source>Open the folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Read the report</source>
        <translation>Bericht lesen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Comparing the files with the report …</source>
        <translation>Die Dateien werden mit dem Bericht verglichen …</translation>
    </message>
    <message>
        <source>Your own id at the service</source>
        <translation>Ihre eigene Kennung beim Dienst</translation>
    </message>
    <message>
        <source>I have read the report, I am not the person who sends, and this may leave.</source>
        <translation>Ich habe den Bericht gelesen, sende nicht selbst, und dies darf hinaus.</translation>
    </message>
    <message>
        <source>The files are those of the report.</source>
        <translation>Die Dateien sind die des Berichts.</translation>
    </message>
    <message numerus="yes">
        <source>file(s)</source>
        <translation>
            <numerusform>Datei</numerusform>
            <numerusform>Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sample(s) under pseudonyms</source>
        <translation>
            <numerusform>Probe unter Pseudonym</numerusform>
            <numerusform>Proben unter Pseudonym</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record(s), of %1 read</source>
        <translation>
            <numerusform>Datensatz von %1 gelesenen</numerusform>
            <numerusform>Datensätze von %1 gelesenen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Regeln: %1</translation>
    </message>
    <message>
        <source>What is there: %1</source>
        <translation>Inhalt: %1</translation>
    </message>
    <message>
        <source>Genome build: %1</source>
        <translation>Genom-Build: %1</translation>
    </message>
    <message>
        <source>Taken away: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>some headers say it; of the other files whoever prepared them said it</source>
        <translation>einige Köpfe sagen es; von den anderen Dateien hat es gesagt, wer sie vorbereitet hat</translation>
    </message>
    <message>
        <source>the headers say it</source>
        <translation>die Köpfe sagen es</translation>
    </message>
    <message>
        <source>whoever prepared the files said it; the headers do not</source>
        <translation>gesagt hat es, wer die Dateien vorbereitet hat; die Köpfe sagen es nicht</translation>
    </message>
    <message>
        <source>Well-known variants lie where the other build has them.</source>
        <translation>Bekannte Varianten liegen dort, wo der andere Build sie hat.</translation>
    </message>
    <message>
        <source>Well-known variants lie where it has them.</source>
        <translation>Bekannte Varianten liegen dort, wo er sie hat.</translation>
    </message>
    <message>
        <source>Give the file “%1” to the person who sends; they open it in their review.</source>
        <translation>Geben Sie die Datei „%1“ der Person, die sendet; sie öffnet sie dort in der Durchsicht.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Open the folder that you were given</source>
        <translation>Öffnen Sie den Ordner, den Sie bekommen haben</translation>
    </message>
    <message>
        <source>Where should the approval be saved?</source>
        <translation>Wo soll die Freigabe gespeichert werden?</translation>
    </message>
</context>
<context>
    <name>BackupSheet</name>
    <message>
        <source>Bring a backup back</source>
        <translation>Sicherung zurückholen</translation>
    </message>
    <message>
        <source>Back up maps and keys</source>
        <translation>Tabellen und Schlüssel sichern</translation>
    </message>
    <message>
        <source>Choose the folder with the backup and type its passphrase.</source>
        <translation>Wählen Sie den Ordner mit der Sicherung und geben Sie deren Passphrase ein.</translation>
    </message>
    <message>
        <source>They are written under a passphrase of their own. Keep the files and the passphrase in different places; without it nobody can open them.</source>
        <translation>Sie werden unter einer eigenen Passphrase geschrieben. Bewahren Sie Dateien und Passphrase getrennt auf; ohne sie kann niemand sie öffnen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase noch einmal</translation>
    </message>
    <message>
        <source>At least twelve characters, twice the same.</source>
        <translation>Mindestens zwölf Zeichen, zweimal gleich.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
</context>
<context>
    <name>BeforeStep</name>
    <message>
        <source>Before you start</source>
        <translation>Bevor Sie beginnen</translation>
    </message>
    <message>
        <source>Have your phone with an authenticator app: Microsoft Authenticator, Google Authenticator, Aegis, 2FAS or another.</source>
        <translation>Halten Sie Ihr Telefon mit einer Authentifizierungs-App bereit: Microsoft Authenticator, Google Authenticator, Aegis, 2FAS oder eine andere.</translation>
    </message>
    <message>
        <source>If you share your screen, stop now. The picture in step 2 is secret.</source>
        <translation>Wenn Sie Ihren Bildschirm teilen, beenden Sie das jetzt. Das Bild in Schritt 2 ist geheim.</translation>
    </message>
    <message>
        <source>Have a printer or a password manager ready for the recovery codes in step 4.</source>
        <translation>Halten Sie für die Notfallcodes in Schritt 4 einen Drucker oder Passwortmanager bereit.</translation>
    </message>
    <message>
        <source>Comparing this computer&apos;s clock with the service …</source>
        <translation>Die Uhr dieses Computers wird mit dem Dienst verglichen …</translation>
    </message>
    <message>
        <source>A code that your app shows now, or one of your recovery codes</source>
        <translation>Ein Code, den Ihre App jetzt zeigt, oder einer Ihrer Notfallcodes</translation>
    </message>
    <message>
        <source>The invitation code that your helpdesk gave you</source>
        <translation>Der Einladungscode von Ihrem Helpdesk</translation>
    </message>
    <message>
        <source>Clock checked: this computer and the service agree.</source>
        <translation>Uhr geprüft: Dieser Computer und der Dienst stimmen überein.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) off. Codes may be refused; have it put right first.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht %n Sekunde falsch. Codes können abgelehnt werden; lassen Sie sie erst stellen.</numerusform>
            <numerusform>Die Uhr dieses Computers geht %n Sekunden falsch. Codes können abgelehnt werden; lassen Sie sie erst stellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service&apos;s clock could not be asked. You can go on.</source>
        <translation>Die Uhr des Dienstes war nicht zu erreichen. Sie können fortfahren.</translation>
    </message>
</context>
<context>
    <name>BuildCard</name>
    <message>
        <source>A genome build is the version of the human reference that positions are counted on: the same variant has one position in hg19 and another in hg38. With the wrong one the results are wrong, and nobody may notice.</source>
        <translation>Ein Genom-Build ist die Version des menschlichen Referenzgenoms, nach der Positionen gezählt werden: Dieselbe Variante hat in hg19 eine andere Position als in hg38. Mit dem falschen werden die Ergebnisse falsch, und vielleicht merkt es niemand.</translation>
    </message>
    <message>
        <source>If you are not sure, ask whoever made the file, or look for the name of its reference in the laboratory&apos;s report: hg19, GRCh37, b37 and hs37d5 are hg19; hg38, GRCh38 and hs38 are hg38.</source>
        <translation>Wenn Sie nicht sicher sind, fragen Sie, wer die Datei gemacht hat, oder suchen Sie im Bericht des Labors den Namen der Referenz: hg19, GRCh37, b37 und hs37d5 sind hg19; hg38, GRCh38 und hs38 sind hg38.</translation>
    </message>
    <message>
        <source>Which genome build?</source>
        <translation>Welcher Genom-Build?</translation>
    </message>
    <message numerus="yes">
        <source>The header of %n file(s) does not say which genome build the positions are in.</source>
        <translation>
            <numerusform>Der Kopf von %n Datei sagt nicht, in welchem Genom-Build ihre Positionen sind.</numerusform>
            <numerusform>Die Köpfe von %n Dateien sagen nicht, in welchem Genom-Build ihre Positionen sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Genome build: chosen by you</source>
        <translation>Genom-Build: von Ihnen gewählt</translation>
    </message>
    <message numerus="yes">
        <source>You say that %n file(s) are %1; the header does not say it.</source>
        <translation>
            <numerusform>Sie sagen, dass %n Datei %1 ist; ihr Kopf sagt es nicht.</numerusform>
            <numerusform>Sie sagen, dass %n Dateien %1 sind; ihre Köpfe sagen es nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The header of %n file(s) names both genome builds, as happens where files are joined or lifted over.</source>
        <translation>
            <numerusform>Der Kopf von %n Datei nennt beide Genom-Builds, wie es vorkommt, wenn Dateien zusammengefügt oder in einen anderen Build übertragen wurden.</numerusform>
            <numerusform>Die Köpfe von %n Dateien nennen beide Genom-Builds, wie es vorkommt, wenn Dateien zusammengefügt oder in einen anderen Build übertragen wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You say that %n file(s) are %1; the header names both.</source>
        <translation>
            <numerusform>Sie sagen, dass %n Datei %1 ist; ihr Kopf nennt beide.</numerusform>
            <numerusform>Sie sagen, dass %n Dateien %1 sind; ihre Köpfe nennen beide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Well-known variants in %n file(s) lie where %1 has them.</source>
        <translation>
            <numerusform>Bekannte Varianten in %n Datei liegen dort, wo %1 sie hat.</numerusform>
            <numerusform>Bekannte Varianten in %n Dateien liegen dort, wo %1 sie hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Well-known variants in %n file(s) lie where %1 has them, not where you say. Ask whoever made the file before you send it.</source>
        <translation>
            <numerusform>Bekannte Varianten in %n Datei liegen dort, wo %1 sie hat, nicht wo Sie sagen. Fragen Sie vor dem Senden, wer die Datei gemacht hat.</numerusform>
            <numerusform>Bekannte Varianten in %n Dateien liegen dort, wo %1 sie hat, nicht wo Sie sagen. Fragen Sie vor dem Senden, wer die Dateien gemacht hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Genoseal cannot tell: too few well-known variants are in there.</source>
        <translation>Genoseal kann es nicht erkennen: Es sind zu wenige bekannte Varianten darin.</translation>
    </message>
    <message numerus="yes">
        <source>The header of %n other file(s) in the list says %1.</source>
        <translation>
            <numerusform>Der Kopf von %n anderen Datei der Liste sagt %1.</numerusform>
            <numerusform>Die Köpfe von %n anderen Dateien der Liste sagen %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The header of %n other file(s) in the list says %1. The files of one job must have the same build.</source>
        <translation>
            <numerusform>Der Kopf von %n anderen Datei der Liste sagt %1. Die Dateien eines Auftrags müssen denselben Build haben.</numerusform>
            <numerusform>Die Köpfe von %n anderen Dateien der Liste sagen %1. Die Dateien eines Auftrags müssen denselben Build haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Genome build %1</source>
        <translation>Genom-Build %1</translation>
    </message>
</context>
<context>
    <name>CertificateSheet</name>
    <message>
        <source>Deletion certificate</source>
        <translation>Löschbescheinigung</translation>
    </message>
    <message>
        <source>The service states, signed, that it deleted this job. The certificate is verified and kept.</source>
        <translation>Der Dienst erklärt mit Unterschrift, dass er diesen Auftrag gelöscht hat. Die Bescheinigung ist geprüft und aufbewahrt.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>somebody asked for it</source>
        <translation>jemand hat darum gebeten</translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation>die Frist war abgelaufen</translation>
    </message>
    <message>
        <source>the job was cancelled</source>
        <translation>der Auftrag wurde abgebrochen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Sealed files</source>
        <translation>Versiegelte Dateien</translation>
    </message>
    <message>
        <source>Working copies</source>
        <translation>Arbeitskopien</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>none are left</source>
        <translation>keine mehr</translation>
    </message>
    <message>
        <source>may last until %1</source>
        <translation>höchstens bis %1</translation>
    </message>
    <message>
        <source>Copies in backups</source>
        <translation>Kopien in Sicherungen</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Unterschrieben mit</translation>
    </message>
</context>
<context>
    <name>CheckCodeStep</name>
    <message>
        <source>Check one code</source>
        <translation>Einen Code prüfen</translation>
    </message>
    <message>
        <source>Type one of the recovery codes from your sheet or password manager. It is checked, not used up.</source>
        <translation>Geben Sie einen der Notfallcodes von Ihrem Blatt oder aus dem Passwortmanager ein. Er wird geprüft, nicht verbraucht.</translation>
    </message>
    <message>
        <source>One recovery code</source>
        <translation>Ein Notfallcode</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>See “Sign-in” and “Settings”.</source>
        <translation>Siehe „Anmeldung“ und „Einstellungen“.</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>Six-digit code</source>
        <translation>Sechsstelliger Code</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>CrashSheet</name>
    <message>
        <source>Genoseal made a mistake</source>
        <translation>Genoseal hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>This is a bug in the program, not in your files. Nothing was sent because of it, and what is on its way keeps its place. The report below holds places in the program and nothing of your data; it stays on this computer unless you pass it on.</source>
        <translation>Das ist ein Fehler im Programm, nicht in Ihren Dateien. Deswegen wurde nichts gesendet, und was unterwegs ist, behält seinen Platz. Der Bericht unten nennt Stellen im Programm und nichts von Ihren Daten; er bleibt auf diesem Computer, solange Sie ihn nicht weitergeben.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSheet</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>This is all that would be saved. Read it first.</source>
        <translation>Das ist alles, was gespeichert würde. Lesen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Add VCF files</source>
        <translation>VCF-Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Drop files or a folder here, or press Enter to choose files</source>
        <translation>Dateien oder einen Ordner hier ablegen oder mit Enter Dateien wählen</translation>
    </message>
    <message>
        <source>Drop VCF files or a folder here</source>
        <translation>VCF-Dateien oder einen Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Sample names are replaced before anything leaves this computer. The originals are not changed.</source>
        <translation>Probennamen werden ersetzt, bevor etwas diesen Computer verlässt. Die Originale bleiben unverändert.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose VCF files</source>
        <translation>VCF-Dateien wählen</translation>
    </message>
    <message>
        <source>VCF files (*.vcf *.vcf.gz *.vcf.bgz *.bcf)</source>
        <translation>VCF-Dateien (*.vcf *.vcf.gz *.vcf.bgz *.bcf)</translation>
    </message>
    <message>
        <source>Choose a folder with VCF files</source>
        <translation>Ordner mit VCF-Dateien wählen</translation>
    </message>
</context>
<context>
    <name>Dropped</name>
    <message>
        <source>%1 with a FILTER that is not passed</source>
        <translation>%1 mit nicht bestandenem FILTER</translation>
    </message>
    <message>
        <source>%1 without an alternate allele</source>
        <translation>%1 ohne alternatives Allel</translation>
    </message>
    <message>
        <source>%1 symbolic or breakends</source>
        <translation>%1 symbolische oder Bruchenden</translation>
    </message>
    <message>
        <source>%1 with several alternate alleles</source>
        <translation>%1 mit mehreren alternativen Allelen</translation>
    </message>
    <message>
        <source>%1 with letters other than A, C, G, T</source>
        <translation>%1 mit anderen Buchstaben als A, C, G, T</translation>
    </message>
    <message>
        <source>%1 insertions or deletions</source>
        <translation>%1 Insertionen oder Deletionen</translation>
    </message>
    <message>
        <source>%1 with several bases at once</source>
        <translation>%1 mit mehreren Basen auf einmal</translation>
    </message>
    <message>
        <source>%1 with the same allele twice</source>
        <translation>%1 mit zweimal demselben Allel</translation>
    </message>
    <message>
        <source>%1 in regions that are left out</source>
        <translation>%1 in ausgelassenen Regionen</translation>
    </message>
    <message>
        <source>%1 not on the site list</source>
        <translation>%1 nicht auf der Liste der Stellen</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 doppelt</translation>
    </message>
    <message>
        <source>%1 that nobody carries</source>
        <translation>%1, die niemand trägt</translation>
    </message>
    <message>
        <source>%1 too rare</source>
        <translation>%1 zu selten</translation>
    </message>
    <message>
        <source>%1 at a bound of PAR</source>
        <translation>%1 an einer Grenze der PAR</translation>
    </message>
    <message>
        <source>%1 on other chromosomes</source>
        <translation>%1 auf anderen Chromosomen</translation>
    </message>
    <message>
        <source>%1 with a mistake</source>
        <translation>%1 mit einem Fehler</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Genoseal keeps trying by itself.</source>
        <translation>Genoseal versucht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>longer than a day</source>
        <translation>länger als einen Tag</translation>
    </message>
    <message>
        <source>a few minutes</source>
        <translation>einige Minuten</translation>
    </message>
    <message>
        <source>Choose another folder or another name.</source>
        <translation>Wählen Sie einen anderen Ordner oder einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose a longer one; several plain words are good. Your helpdesk knows the rules.</source>
        <translation>Wählen Sie ein längeres; mehrere einfache Wörter sind gut. Ihr Helpdesk kennt die Regeln.</translation>
    </message>
    <message>
        <source>Sign in with it. Lost the phone? Sign in with a recovery code, then set up another phone under “Sign-in”.</source>
        <translation>Melden Sie sich damit an. Telefon verloren? Melden Sie sich mit einem Notfallcode an und richten Sie unter „Anmeldung“ ein anderes Telefon ein.</translation>
    </message>
    <message>
        <source>Make room on the disk, or ask IT whether you may write there.</source>
        <translation>Schaffen Sie Platz auf der Festplatte, oder fragen Sie die IT, ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>Choose “Send” again: the review shows the statement that counts now.</source>
        <translation>Wählen Sie noch einmal „Senden“: Die Durchsicht zeigt die Erklärung, die jetzt gilt.</translation>
    </message>
    <message>
        <source>Choose “Send” again: the review shows what the service offers.</source>
        <translation>Wählen Sie noch einmal „Senden“: Die Durchsicht zeigt, was der Dienst anbietet.</translation>
    </message>
    <message>
        <source>All files of one job need the same samples. Send the others as a job of their own.</source>
        <translation>Alle Dateien eines Auftrags brauchen dieselben Proben. Senden Sie die anderen als eigenen Auftrag.</translation>
    </message>
    <message>
        <source>Choose “Try again”: the piece is sent again.</source>
        <translation>Wählen Sie „Noch einmal versuchen“: Das Stück wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Choose “Try again”: the same bytes are sent again from the start.</source>
        <translation>Wählen Sie „Noch einmal versuchen“: Dieselben Bytes werden von vorn gesendet.</translation>
    </message>
    <message>
        <source>Look at “Jobs” and “Send”, then try again.</source>
        <translation>Sehen Sie unter „Aufträge“ und „Senden“ nach und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Open “Jobs” and choose “Refresh”.</source>
        <translation>Öffnen Sie „Aufträge“ und wählen Sie „Aktualisieren“.</translation>
    </message>
    <message>
        <source>Ask your IT department for the sign-in, and give it under “Settings”, “Sign-in of the proxy”.</source>
        <translation>Fragen Sie die IT nach der Anmeldung und geben Sie sie unter „Einstellungen“, „Anmeldung am Proxy“ an.</translation>
    </message>
    <message>
        <source>Correct it under “Settings”, “Proxy”, or ask your IT department for the right one.</source>
        <translation>Berichtigen Sie ihn unter „Einstellungen“, „Proxy“, oder fragen Sie die IT nach dem richtigen.</translation>
    </message>
    <message>
        <source>It takes up what is here too; the page “Send” shows how far it is.</source>
        <translation>Es nimmt auch auf, was hier liegt; die Seite „Senden“ zeigt, wie weit es ist.</translation>
    </message>
    <message>
        <source>Choose files that hold chromosomes which the rules send.</source>
        <translation>Wählen Sie Dateien mit Chromosomen, die das Regelwerk sendet.</translation>
    </message>
    <message>
        <source>Cancel or delete the job itself under “Jobs”.</source>
        <translation>Brechen Sie den Auftrag selbst unter „Aufträge“ ab, oder löschen Sie ihn dort.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then choose “Continue” on the page “Send”.</source>
        <translation>Schließen Sie andere Programme, um Speicher frei zu machen, und wählen Sie dann „Weiter“ auf der Seite „Senden“.</translation>
    </message>
    <message>
        <source>Try again later; sending goes on where it stopped.</source>
        <translation>Versuchen Sie es später noch einmal; das Senden geht weiter, wo es stehen blieb.</translation>
    </message>
    <message>
        <source>Talk to your institution&apos;s helpdesk.</source>
        <translation>Sprechen Sie mit dem Helpdesk Ihrer Einrichtung.</translation>
    </message>
    <message>
        <source>Bring the backup of that computer with “Settings”, “Bring back…”.</source>
        <translation>Holen Sie die Sicherung jenes Computers mit „Einstellungen“, „Zurückholen…“.</translation>
    </message>
    <message>
        <source>Choose the folder that “Settings”, “Back up…” wrote.</source>
        <translation>Wählen Sie den Ordner, den „Einstellungen“, „Sichern…“ geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose the list as a VCF, or as a table with CHROM, POS, REF and ALT.</source>
        <translation>Wählen Sie die Liste als VCF oder als Tabelle mit CHROM, POS, REF und ALT.</translation>
    </message>
    <message>
        <source>Convert it to VCF with bcftools, or read it on Linux or macOS.</source>
        <translation>Wandeln Sie sie mit bcftools in VCF um, oder lesen Sie sie unter Linux oder macOS.</translation>
    </message>
    <message>
        <source>Open “Settings” and choose “Check now”; it says what to change.</source>
        <translation>Öffnen Sie „Einstellungen“ und wählen Sie „Jetzt prüfen“; dort steht, was zu ändern ist.</translation>
    </message>
    <message>
        <source>Tick “Keep the pseudonyms, do not put names back” and fetch them again; tell the helpdesk the code.</source>
        <translation>Setzen Sie den Haken bei „Pseudonyme behalten, Namen nicht zurücksetzen“ und holen Sie sie noch einmal; nennen Sie dem Helpdesk den Code.</translation>
    </message>
    <message>
        <source>Open “Sign-in” and sign in there.</source>
        <translation>Öffnen Sie „Anmeldung“ und melden Sie sich dort an.</translation>
    </message>
    <message>
        <source>Open the profile that your institution gave you under “Settings”, or try practice mode under “Help”.</source>
        <translation>Öffnen Sie das Profil Ihrer Einrichtung unter „Einstellungen“ oder probieren Sie den Übungsmodus unter „Hilfe“.</translation>
    </message>
    <message>
        <source>Bring the map with “Settings”, “Pseudonym maps”.</source>
        <translation>Holen Sie die Tabelle unter „Einstellungen“, „Pseudonymtabellen“.</translation>
    </message>
    <message>
        <source>Open “Sign-in”; the card “Kept on this computer” says what to do.</source>
        <translation>Öffnen Sie „Anmeldung“; die Karte „Auf diesem Computer aufbewahrt“ sagt, was zu tun ist.</translation>
    </message>
    <message>
        <source>Choose the file in the list to see what to change.</source>
        <translation>Wählen Sie die Datei in der Liste, um zu sehen, was zu ändern ist.</translation>
    </message>
    <message>
        <source>Open “Activity” and choose “Verify”.</source>
        <translation>Öffnen Sie „Aktivität“ und wählen Sie „Prüfen“.</translation>
    </message>
    <message>
        <source>Open “Help”; the diagnostics there say more.</source>
        <translation>Öffnen Sie „Hilfe“; die Diagnose dort sagt mehr.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>Diesen Computer prüfen</translation>
    </message>
    <message>
        <source>Call the helpdesk…</source>
        <translation>Helpdesk anrufen…</translation>
    </message>
    <message>
        <source>Open a profile…</source>
        <translation>Profil öffnen…</translation>
    </message>
    <message>
        <source>Open “Sign-in”</source>
        <translation>„Anmeldung“ öffnen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>Open “Settings”</source>
        <translation>„Einstellungen“ öffnen</translation>
    </message>
</context>
<context>
    <name>Factor</name>
    <message>
        <source>The code matches. Continue.</source>
        <translation>Der Code stimmt. Weiter.</translation>
    </message>
    <message>
        <source>That is fewer than six digits. Keep typing.</source>
        <translation>Das sind weniger als sechs Ziffern. Schreiben Sie weiter.</translation>
    </message>
    <message>
        <source>This code belongs to another account or an old entry. Check that the app shows exactly “%1”, and use that entry.</source>
        <translation>Dieser Code gehört zu einem anderen Konto oder einem alten Eintrag. Prüfen Sie, dass die App genau „%1“ zeigt, und nehmen Sie diesen Eintrag.</translation>
    </message>
    <message>
        <source>That code was right a moment ago. Type the one the app shows now.</source>
        <translation>Der Code war gerade eben noch richtig. Geben Sie den ein, den die App jetzt zeigt.</translation>
    </message>
    <message>
        <source>This code has been used already. Wait for the next one and type that.</source>
        <translation>Dieser Code wurde schon benutzt. Warten Sie auf den nächsten und geben Sie diesen ein.</translation>
    </message>
    <message>
        <source>The code is right for this computer, but not for the service: one of the two clocks is off. Check this computer&apos;s date and time, then type a new code.</source>
        <translation>Der Code stimmt für diesen Computer, aber nicht für den Dienst: Eine der beiden Uhren geht falsch. Prüfen Sie Datum und Uhrzeit dieses Computers und geben Sie einen neuen Code ein.</translation>
    </message>
    <message>
        <source>(Message %1)</source>
        <translation>(Meldung %1)</translation>
    </message>
    <message>
        <source>On the phone turn on “Set time automatically”, then type a new code.</source>
        <translation>Schalten Sie am Telefon „Uhrzeit automatisch einstellen“ ein und geben Sie einen neuen Code ein.</translation>
    </message>
</context>
<context>
    <name>FactorWizard</name>
    <message>
        <source>On the phone with the helpdesk? Tell them the step number.</source>
        <translation>Sprechen Sie mit dem Helpdesk? Nennen Sie die Schrittnummer.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Take out of the list what does not belong to this job, and send it afterwards.</source>
        <translation>Nehmen Sie aus der Liste, was nicht zu diesem Auftrag gehört, und senden Sie es danach.</translation>
    </message>
</context>
<context>
    <name>FinishedStep</name>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The six-digit code is active. You are signed in.</source>
        <translation>Der sechsstellige Code ist aktiv. Sie sind angemeldet.</translation>
    </message>
    <message>
        <source>From now on signing in asks for your password and the code that the app shows.</source>
        <translation>Ab jetzt fragt die Anmeldung nach Ihrem Passwort und dem Code, den die App zeigt.</translation>
    </message>
    <message>
        <source>Phone lost? Sign in with a recovery code, then set up the new phone under “Sign-in”.</source>
        <translation>Telefon verloren? Melden Sie sich mit einem Notfallcode an und richten Sie das neue Telefon unter „Anmeldung“ ein.</translation>
    </message>
    <message>
        <source>To practise, sign out and in again now, while the helpdesk is still on the line.</source>
        <translation>Zum Üben melden Sie sich jetzt ab und wieder an, solange der Helpdesk noch am Telefon ist.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>FirstRunWizard</name>
    <message>
        <source>You can close this and go on later.</source>
        <translation>Sie können dies schließen und später weitermachen.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Setting up the six-digit code: one page for the helpdesk</source>
        <translation>Sechsstelliger Code: eine Seite für den Helpdesk</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>If it does not work</source>
        <translation>Wenn es nicht klappt</translation>
    </message>
    <message>
        <source>Ask first: “Which step number is at the top of the window?” Never ask for the picture, the key or a code.</source>
        <translation>Zuerst fragen: „Welche Schrittnummer steht oben?“ Nie nach Bild, Schlüssel oder Code fragen.</translation>
    </message>
    <message>
        <source>Phone ready? Screen sharing off? Is the clock line green? Type the invitation code.</source>
        <translation>Telefon bereit? Bildschirmfreigabe aus? Ist die Zeile zur Uhr grün? Einladungscode eingeben.</translation>
    </message>
    <message>
        <source>Press “Show”, scan. The app must show exactly what the box says. No camera: type the key.</source>
        <translation>„Zeigen“ drücken, scannen. Die App muss genau zeigen, was im Kasten steht. Keine Kamera: Schlüssel eingeben.</translation>
    </message>
    <message>
        <source>Type six digits. Read the message&apos;s number to us: 3-A to 3-E.</source>
        <translation>Sechs Ziffern eingeben. Lesen Sie uns die Nummer der Meldung vor: 3-A bis 3-E.</translation>
    </message>
    <message>
        <source>Print, or copy into a password manager. Never photograph, never mail.</source>
        <translation>Drucken oder in einen Passwortmanager kopieren. Nie fotografieren, nie mailen.</translation>
    </message>
    <message>
        <source>Type one recovery code from the sheet. It is not used up.</source>
        <translation>Einen Notfallcode vom Blatt eingeben. Er wird nicht verbraucht.</translation>
    </message>
    <message>
        <source>3-A  fewer than six digits: keep typing</source>
        <translation>3-A  weniger als sechs Ziffern: weiterschreiben</translation>
    </message>
    <message>
        <source>3-B  wrong account or an old entry: compare the label in the app with step 2</source>
        <translation>3-B  falsches Konto oder alter Eintrag: Anzeige der App mit Schritt 2 vergleichen</translation>
    </message>
    <message>
        <source>3-C  right at another time: on the phone, set date and time to automatic</source>
        <translation>3-C  zu anderer Zeit richtig: am Telefon Datum und Uhrzeit auf automatisch stellen</translation>
    </message>
    <message>
        <source>3-D  code used already: wait for the next</source>
        <translation>3-D  Code schon benutzt: auf den nächsten warten</translation>
    </message>
    <message>
        <source>3-E  this computer&apos;s or the service&apos;s clock is off: check date and time here</source>
        <translation>3-E  Uhr dieses Computers oder des Dienstes geht falsch: Datum und Uhrzeit hier prüfen</translation>
    </message>
    <message>
        <source>Lost phone: sign in with a recovery code, then “Set up another phone”.</source>
        <translation>Telefon verloren: mit einem Notfallcode anmelden, dann „Anderes Telefon einrichten“.</translation>
    </message>
    <message>
        <source>No codes left: check the identity, then two people reset the account.</source>
        <translation>Keine Codes übrig: Identität prüfen, dann setzen zwei Personen das Konto zurück.</translation>
    </message>
</context>
<context>
    <name>HandOverCard</name>
    <message>
        <source>Preparing for the second person</source>
        <translation>Wird für die zweite Person vorbereitet</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Ready for the second person</source>
        <translation>Bereit für die zweite Person</translation>
    </message>
    <message>
        <source>Give this folder to the second person. They open it in Genoseal under “Send”, “Approve for somebody else…”, read the report, and give you “%1” back. Then choose “Send” here again, with the same files.</source>
        <translation>Geben Sie diesen Ordner der zweiten Person. Sie öffnet ihn in Genoseal unter „Senden“, „Für jemand anderen freigeben…“, liest den Bericht und gibt Ihnen „%1“ zurück. Wählen Sie dann hier mit denselben Dateien noch einmal „Senden“.</translation>
    </message>
    <message>
        <source>The rules let the folder lie here until %1.</source>
        <translation>Nach den Regeln darf der Ordner bis %1 hier liegen.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Step by step, and what to tell the helpdesk.</source>
        <translation>Schritt für Schritt, und was Sie dem Helpdesk sagen.</translation>
    </message>
    <message>
        <source>Practice mode</source>
        <translation>Übungsmodus</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>Copy support code</source>
        <translation>Supportcode kopieren</translation>
    </message>
    <message>
        <source>One page for the helpdesk</source>
        <translation>Eine Seite für den Helpdesk</translation>
    </message>
    <message>
        <source>The six steps of the six-digit code with pictures of this window, and what each message means.</source>
        <translation>Die sechs Schritte zum sechsstelligen Code mit Bildern dieses Fensters, und was jede Meldung bedeutet.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Versions, checks and message codes for the helpdesk. You see all of it before it is saved; it holds no name, path or file content.</source>
        <translation>Versionen, Prüfungen und Meldungscodes für den Helpdesk. Sie sehen alles, bevor es gespeichert wird; es enthält keinen Namen, Pfad oder Dateiinhalt.</translation>
    </message>
    <message>
        <source>Show diagnostics…</source>
        <translation>Diagnose zeigen…</translation>
    </message>
    <message>
        <source>From your files to results</source>
        <translation>Von Ihren Dateien zu Ergebnissen</translation>
    </message>
    <message>
        <source>Drop your files under “Send”</source>
        <translation>Legen Sie Ihre Dateien unter „Senden“ ab</translation>
    </message>
    <message>
        <source>VCF, compressed VCF or BCF. They are looked into on this computer; a red “Needs you” says what to change.</source>
        <translation>VCF, gepacktes VCF oder BCF. Sie werden auf diesem Computer angesehen; ein rotes „Bitte prüfen“ sagt, was zu ändern ist.</translation>
    </message>
    <message>
        <source>Review and confirm</source>
        <translation>Durchsehen und bestätigen</translation>
    </message>
    <message>
        <source>You see what identifies somebody, what leaves, and confirm the consent.</source>
        <translation>Sie sehen, was jemanden erkennbar macht, was hinausgeht, und bestätigen die Einwilligung.</translation>
    </message>
    <message>
        <source>Wait, or close the window</source>
        <translation>Warten oder Fenster schließen</translation>
    </message>
    <message>
        <source>Sending survives breaks, sleep and a restart; it goes on where it stopped.</source>
        <translation>Das Senden übersteht Unterbrechungen, Ruhezustand und Neustart; es geht dort weiter, wo es stehen blieb.</translation>
    </message>
    <message>
        <source>Fetch the results</source>
        <translation>Ergebnisse abholen</translation>
    </message>
    <message>
        <source>They are checked, opened and get the original names back, on this computer only.</source>
        <translation>Sie werden geprüft, geöffnet und bekommen die ursprünglichen Namen zurück, nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Delete the job</source>
        <translation>Auftrag löschen</translation>
    </message>
    <message>
        <source>The service deletes by itself after its time, or at once under “Jobs”, and signs that it did.</source>
        <translation>Der Dienst löscht von selbst nach seiner Frist oder sofort unter „Aufträge“ und unterschreibt, dass er es getan hat.</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>Übung beenden</translation>
    </message>
    <message>
        <source>Start practice</source>
        <translation>Übung starten</translation>
    </message>
    <message>
        <source>On. Everything you do is rehearsal and ends with it.</source>
        <translation>Ein. Alles, was Sie tun, ist Übung und endet mit ihr.</translation>
    </message>
    <message>
        <source>A whole receiving service on this computer, with one click. Try everything with your own files; nothing leaves.</source>
        <translation>Ein ganzer Empfangsdienst auf diesem Computer, mit einem Klick. Probieren Sie alles mit eigenen Dateien; nichts geht hinaus.</translation>
    </message>
    <message>
        <source>No profile is installed yet that could name a helpdesk. Ask your local IT.</source>
        <translation>Noch ist kein Profil installiert, das einen Helpdesk nennen könnte. Fragen Sie Ihre IT vor Ort.</translation>
    </message>
    <message>
        <source>Your institution&apos;s profile names no helpdesk. Ask your local IT.</source>
        <translation>Das Profil Ihrer Einrichtung nennt keinen Helpdesk. Fragen Sie Ihre IT vor Ort.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Save the helpdesk&apos;s page</source>
        <translation>Seite für den Helpdesk speichern</translation>
    </message>
    <message>
        <source>The page is saved.</source>
        <translation>Die Seite ist gespeichert.</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Saved. Nothing was sent; mail the file yourself.</source>
        <translation>Gespeichert. Nichts wurde gesendet; mailen Sie die Datei selbst.</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Sent %1</source>
        <translation>Gesendet %1</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>Quittung…</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Bescheinigung…</translation>
    </message>
    <message>
        <source>Cancel job…</source>
        <translation>Auftrag abbrechen…</translation>
    </message>
    <message>
        <source>Get results…</source>
        <translation>Ergebnisse holen…</translation>
    </message>
    <message>
        <source>Delete now…</source>
        <translation>Jetzt löschen…</translation>
    </message>
    <message>
        <source>Job of %1</source>
        <translation>Auftrag von %1</translation>
    </message>
    <message>
        <source>Deleted at the service; its signed certificate is verified and kept here.</source>
        <translation>Beim Dienst gelöscht; seine unterschriebene Bescheinigung ist geprüft und hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Deleted, says the service. Its certificate proves who said so.</source>
        <translation>Gelöscht, sagt der Dienst. Seine Bescheinigung belegt, wer das sagt.</translation>
    </message>
    <message>
        <source>The service deletes it when it is finished and its time is over.</source>
        <translation>Der Dienst löscht ihn, wenn er fertig und die Frist um ist.</translation>
    </message>
    <message>
        <source>Deleted at the service in %1.</source>
        <translation>Löschung beim Dienst: noch %1.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Results ready</source>
        <translation>Ergebnisse bereit</translation>
    </message>
    <message>
        <source>Opened here</source>
        <translation>Hier geöffnet</translation>
    </message>
    <message>
        <source>Names restored</source>
        <translation>Namen zurück</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Certificate verified</source>
        <translation>Bescheinigung geprüft</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
</context>
<context>
    <name>JobChoices</name>
    <message>
        <source>What the service does</source>
        <translation>Was der Dienst tut</translation>
    </message>
    <message>
        <source>the service&apos;s own</source>
        <translation>wie der Dienst es vorsieht</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Show older jobs (%1)</source>
        <translation>Ältere Aufträge zeigen (%1)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>What the service does with your data, and when it deletes it.</source>
        <translation>Was der Dienst mit Ihren Daten macht und wann er sie löscht.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>What you send under “Send” appears here.</source>
        <translation>Was Sie unter „Senden“ senden, erscheint hier.</translation>
    </message>
    <message>
        <source>Open “Send”</source>
        <translation>„Senden“ öffnen</translation>
    </message>
    <message>
        <source>Cancel this job?</source>
        <translation>Diesen Auftrag abbrechen?</translation>
    </message>
    <message>
        <source>The service is asked to stop working on it. There will be no results; to get them you would send the files again. What you sent stays there, sealed, until you choose “Delete now” or its time is over.</source>
        <translation>Der Dienst wird gebeten, nicht weiter daran zu arbeiten. Es gibt dann keine Ergebnisse; dafür müssten Sie die Dateien noch einmal senden. Was Sie gesendet haben, bleibt dort versiegelt liegen, bis Sie „Jetzt löschen“ wählen oder seine Zeit um ist.</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Delete this job at the service now?</source>
        <translation>Diesen Auftrag jetzt beim Dienst löschen?</translation>
    </message>
    <message>
        <source>Your sealed files, working copies and results there are deleted, and the service signs a certificate for it. Results you have not downloaded are gone.</source>
        <translation>Ihre versiegelten Dateien, Arbeitskopien und Ergebnisse dort werden gelöscht, und der Dienst unterschreibt eine Bescheinigung. Nicht abgeholte Ergebnisse sind dann fort.</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Deletion asked</source>
        <translation>Löschen verlangt</translation>
    </message>
    <message>
        <source>The service has taken the cancelling. What you sent stays there, sealed, until you choose “Delete now” or its time is over.</source>
        <translation>Der Dienst hat den Abbruch angenommen. Was Sie gesendet haben, bleibt dort versiegelt liegen, bis Sie „Jetzt löschen“ wählen oder seine Zeit um ist.</translation>
    </message>
    <message numerus="yes">
        <source>The service states, signed, that it deleted %n thing(s) of this job.</source>
        <translation>
            <numerusform>Der Dienst erklärt unterschrieben, dass er %n Teil dieses Auftrags gelöscht hat.</numerusform>
            <numerusform>Der Dienst erklärt unterschrieben, dass er %n Teile dieses Auftrags gelöscht hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>Certificate verified and kept</source>
        <translation>Bescheinigung geprüft und aufbewahrt</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Quittung speichern</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Bescheinigung speichern</translation>
    </message>
    <message>
        <source>The copy is saved. It can be verified without the service.</source>
        <translation>Die Kopie ist gespeichert. Sie lässt sich ohne den Dienst prüfen.</translation>
    </message>
</context>
<context>
    <name>KeysStep</name>
    <message>
        <source>Keys and their backup</source>
        <translation>Schlüssel und ihre Sicherung</translation>
    </message>
    <message>
        <source>Each job gets a key of its own. Only this computer can open its results.</source>
        <translation>Jeder Auftrag bekommt einen eigenen Schlüssel. Nur dieser Computer kann seine Ergebnisse öffnen.</translation>
    </message>
    <message>
        <source>A pseudonym map, made with the first job, brings the names back.</source>
        <translation>Eine Pseudonymtabelle, mit dem ersten Auftrag erzeugt, bringt die Namen zurück.</translation>
    </message>
    <message>
        <source>After your first job, back both up under “Settings”. Without a backup they are lost with this computer.</source>
        <translation>Sichern Sie beides nach dem ersten Auftrag unter „Einstellungen“. Ohne Sicherung gehen sie mit diesem Computer verloren.</translation>
    </message>
    <message>
        <source>They are protected by this computer&apos;s keyring.</source>
        <translation>Sie sind durch den Schlüsselbund dieses Computers geschützt.</translation>
    </message>
    <message>
        <source>They are protected by a vault under your passphrase.</source>
        <translation>Sie sind durch einen Tresor unter Ihrer Passphrase geschützt.</translation>
    </message>
    <message>
        <source>They are kept in memory only and end with this window.</source>
        <translation>Sie liegen nur im Arbeitsspeicher und enden mit diesem Fenster.</translation>
    </message>
</context>
<context>
    <name>LocalCopiesCard</name>
    <message>
        <source>Remove them…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Prepared files on this computer</source>
        <translation>Vorbereitete Dateien auf diesem Computer</translation>
    </message>
    <message>
        <source>These were prepared for a second person or with the command, and the rules let them lie here no longer. What was changed since then is left alone.</source>
        <translation>Diese wurden für eine zweite Person oder mit dem Befehl vorbereitet und dürfen nach den Regeln nicht länger hier liegen. Was seither geändert wurde, bleibt unberührt.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed.</source>
        <translation>
            <numerusform>%n Datei entfernt.</numerusform>
            <numerusform>%n Dateien entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing lies here longer than the rules let it.</source>
        <translation>Nichts liegt hier länger, als die Regeln erlauben.</translation>
    </message>
    <message>
        <source>to be kept until %1</source>
        <translation>Frist: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more folder(s)</source>
        <translation>
            <numerusform>… und %n weiterer Ordner</numerusform>
            <numerusform>… und %n weitere Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n prepared file(s) from this computer?</source>
        <translation>
            <numerusform>%n vorbereitete Datei von diesem Computer entfernen?</numerusform>
            <numerusform>%n vorbereitete Dateien von diesem Computer entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The files that you prepared them from, the results and the pseudonym maps stay.</source>
        <translation>Die Dateien, aus denen sie vorbereitet wurden, die Ergebnisse und die Pseudonymtabellen bleiben.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting the practice service. This takes a few seconds …</source>
        <translation>Der Übungsdienst startet. Das dauert einige Sekunden …</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Practice mode. Nothing leaves this computer; the service is a rehearsal.</source>
        <translation>Übungsmodus. Nichts verlässt diesen Computer; der Dienst ist eine Übung.</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>Übung beenden</translation>
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
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Each code works once. Keep this sheet where you keep your passport. Never photograph or mail it.</source>
        <translation>Jeder Code gilt einmal. Bewahren Sie dieses Blatt auf wie Ihren Pass. Nie fotografieren, nie mailen.</translation>
    </message>
</context>
<context>
    <name>PassphraseSheet</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Passphrase wählen</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>Passphrase des Tresors</translation>
    </message>
    <message>
        <source>It protects what Genoseal keeps on this computer: your sign-in, the pseudonym maps and the keys to your results. Nobody can recover it for you.</source>
        <translation>Sie schützt, was Genoseal auf diesem Computer aufbewahrt: Ihre Anmeldung, die Pseudonymtabellen und die Schlüssel zu Ihren Ergebnissen. Niemand kann sie für Sie wiederherstellen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase noch einmal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Diese Passphrase verwenden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>At least twelve characters, twice the same.</source>
        <translation>Mindestens zwölf Zeichen, zweimal gleich.</translation>
    </message>
</context>
<context>
    <name>PasswordSheet</name>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Other computers are signed out.</source>
        <translation>Andere Computer werden abgemeldet.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Bisheriges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Code that the app shows now</source>
        <translation>Code, den die App jetzt zeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>noch %n Zeichen</numerusform>
            <numerusform>noch %n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n of: small letters, capitals, digits, other signs.</source>
        <translation>
            <numerusform>Verwenden Sie mindestens %n davon: Kleinbuchstaben, Großbuchstaben, Ziffern, andere Zeichen.</numerusform>
            <numerusform>Verwenden Sie mindestens %n davon: Kleinbuchstaben, Großbuchstaben, Ziffern, andere Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Long enough.</source>
        <translation>Lang genug.</translation>
    </message>
</context>
<context>
    <name>ProfileSheet</name>
    <message>
        <source>Open your institution&apos;s profile</source>
        <translation>Profil Ihrer Einrichtung öffnen</translation>
    </message>
    <message>
        <source>It tells Genoseal where to send and how the service proves who it is. Type the fingerprint from paper or from your institution&apos;s own page, not from a mail that came with the file.</source>
        <translation>Es sagt Genoseal, wohin gesendet wird und wie der Dienst sich ausweist. Geben Sie den Fingerabdruck vom Papier oder von der eigenen Seite Ihrer Einrichtung ein, nicht aus einer Mail, die mit der Datei kam.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Fingerprint of the institution&apos;s key: four groups of four</source>
        <translation>Fingerabdruck des Schlüssels der Einrichtung: vier Vierergruppen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compare and install</source>
        <translation>Vergleichen und installieren</translation>
    </message>
    <message>
        <source>Choose the profile</source>
        <translation>Profil wählen</translation>
    </message>
    <message>
        <source>Profiles (*.toml);;All files (*)</source>
        <translation>Profile (*.toml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Keine Datei gewählt</translation>
    </message>
    <message>
        <source>Open the vault…</source>
        <translation>Tresor öffnen…</translation>
    </message>
    <message>
        <source>Use a passphrase…</source>
        <translation>Passphrase verwenden…</translation>
    </message>
</context>
<context>
    <name>ProfileStep</name>
    <message>
        <source>Your institution</source>
        <translation>Ihre Einrichtung</translation>
    </message>
    <message>
        <source>Your institution gives you a profile: a small file that says where to send and how the service proves who it is. Its fingerprint comes on paper or from the institution&apos;s own page.</source>
        <translation>Ihre Einrichtung gibt Ihnen ein Profil: eine kleine Datei, die sagt, wohin gesendet wird und wie der Dienst sich ausweist. Der Fingerabdruck kommt auf Papier oder von der eigenen Seite der Einrichtung.</translation>
    </message>
    <message>
        <source>Open the profile…</source>
        <translation>Profil öffnen…</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
</context>
<context>
    <name>ProxySheet</name>
    <message>
        <source>Sign-in of the proxy</source>
        <translation>Anmeldung am Proxy</translation>
    </message>
    <message>
        <source>Your network asks for it before it lets anything out. It is not your sign-in at the service.</source>
        <translation>Ihr Netz verlangt sie, bevor es etwas hinauslässt. Es ist nicht Ihre Anmeldung beim Dienst.</translation>
    </message>
    <message>
        <source>User name at the proxy</source>
        <translation>Benutzername am Proxy</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>Passwort am Proxy</translation>
    </message>
    <message>
        <source>The password lies in the keyring or the vault, never in a file.</source>
        <translation>Das Passwort liegt im Schlüsselbund oder im Tresor, nie in einer Datei.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code for the authenticator app</source>
        <translation>QR-Code für die Authentifizierungs-App</translation>
    </message>
    <message>
        <source>Cannot scan it? Type the key beside it instead.</source>
        <translation>Scannen geht nicht? Geben Sie den Schlüssel daneben ein.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Hochgeladen</translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation>Einsenden</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Abbruch läuft</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Show what was found</source>
        <translation>Zeigen, was gefunden wurde</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Send first</source>
        <translation>Zuerst senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Looking into the file</source>
        <translation>Die Datei wird angesehen</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>%1, chosen by you</source>
        <translation>%1, von Ihnen gewählt</translation>
    </message>
    <message>
        <source>Choose the genome build</source>
        <translation>Genom-Build wählen</translation>
    </message>
    <message>
        <source>Another genome build than chosen</source>
        <translation>Anderer Genom-Build als gewählt</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Bereit zum Senden</translation>
    </message>
    <message>
        <source>Positions fit the other genome build</source>
        <translation>Positionen passen zum anderen Genom-Build</translation>
    </message>
    <message>
        <source>Has no chromosome that is sent</source>
        <translation>Hat kein Chromosom, das gesendet wird</translation>
    </message>
    <message>
        <source>Choose the site list</source>
        <translation>Stellenliste wählen</translation>
    </message>
    <message>
        <source>See what to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Replacing names, checking, sealing</source>
        <translation>Namen ersetzen, prüfen, versiegeln</translation>
    </message>
    <message>
        <source>Sealed on this computer</source>
        <translation>Hier versiegelt</translation>
    </message>
    <message>
        <source>At the service, still unreadable there</source>
        <translation>Beim Dienst, dort noch unlesbar</translation>
    </message>
    <message>
        <source>Handing over the key</source>
        <translation>Schlüssel wird übergeben</translation>
    </message>
    <message>
        <source>The service confirmed it</source>
        <translation>Der Dienst hat es bestätigt</translation>
    </message>
    <message>
        <source>goes on where it stopped</source>
        <translation>geht dort weiter, wo es stehen blieb</translation>
    </message>
    <message>
        <source>Nothing readable is left at the service</source>
        <translation>Beim Dienst bleibt nichts Lesbares</translation>
    </message>
    <message>
        <source>The policy leaves these chromosomes out</source>
        <translation>Die Richtlinie lässt diese Chromosomen aus</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis es dran ist</translation>
    </message>
    <message>
        <source>identifiers removed</source>
        <translation>Kennzeichen entfernt</translation>
    </message>
    <message>
        <source>chromosome %1</source>
        <translation>Chromosom %1</translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Drop your files on the Send page. You will see what identifies somebody in them, and what leaves, before anything does.</source>
        <translation>Legen Sie Ihre Dateien auf der Seite Senden ab. Sie sehen, was darin jemanden erkennbar macht und was hinausgeht, bevor es geschieht.</translation>
    </message>
    <message>
        <source>To rehearse first, start practice mode under “Help”.</source>
        <translation>Zum Üben starten Sie den Übungsmodus unter „Hilfe“.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Los</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Receipt</source>
        <translation>Quittung</translation>
    </message>
    <message>
        <source>The service states, signed, that it has these sealed files and that the job exists.</source>
        <translation>Der Dienst erklärt mit Unterschrift, dass er diese versiegelten Dateien hat und dass es den Auftrag gibt.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Verified here</source>
        <translation>Hier geprüft</translation>
    </message>
    <message>
        <source>Sealed files</source>
        <translation>Versiegelte Dateien</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Aktivitätsprotokoll</translation>
    </message>
    <message>
        <source>vouched for up to line %1</source>
        <translation>bestätigt bis Zeile %1</translation>
    </message>
    <message>
        <source>Sealed files with their SHA-256</source>
        <translation>Versiegelte Dateien mit ihrer SHA-256</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesPanel</name>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Copy for a password manager</source>
        <translation>Für einen Passwortmanager kopieren</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %n seconds.</source>
        <translation>
            <numerusform>Kopiert. Die Zwischenablage wird in %n Sekunde geleert.</numerusform>
            <numerusform>Kopiert. Die Zwischenablage wird in %n Sekunden geleert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to the printer. Fetch the sheet now.</source>
        <translation>An den Drucker geschickt. Holen Sie das Blatt jetzt.</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesSheet</name>
    <message>
        <source>Your new recovery codes</source>
        <translation>Ihre neuen Notfallcodes</translation>
    </message>
    <message>
        <source>Each code works once. The old ones no longer count.</source>
        <translation>Jeder Code gilt einmal. Die alten zählen nicht mehr.</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>Ich habe sie aufbewahrt</translation>
    </message>
    <message>
        <source>First print, show or copy them.</source>
        <translation>Erst drucken, zeigen oder kopieren.</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesStep</name>
    <message>
        <source>Keep the recovery codes</source>
        <translation>Notfallcodes aufbewahren</translation>
    </message>
    <message>
        <source>Each code works once, for a day when the phone is lost. Print them or put them into a password manager, not into a file on this computer.</source>
        <translation>Jeder Code gilt einmal, für den Tag, an dem das Telefon fehlt. Drucken Sie sie oder legen Sie sie in einen Passwortmanager, nicht in eine Datei auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>RenewCodesSheet</name>
    <message>
        <source>Make new recovery codes</source>
        <translation>Neue Notfallcodes erzeugen</translation>
    </message>
    <message>
        <source>The old codes stop working, and other computers are signed out. Type the code that your app shows now.</source>
        <translation>Die alten Codes gelten nicht mehr, und andere Computer werden abgemeldet. Geben Sie den Code ein, den Ihre App jetzt zeigt.</translation>
    </message>
    <message>
        <source>Make new codes</source>
        <translation>Neue Codes erzeugen</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Verified, opened and with the original names. Only this computer can open them.</source>
        <translation>Geprüft, geöffnet und mit den ursprünglichen Namen. Nur dieser Computer kann sie öffnen.</translation>
    </message>
    <message>
        <source>Keep the pseudonyms, do not put names back</source>
        <translation>Pseudonyme behalten, Namen nicht zurücksetzen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Abholen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>Noch keine Ergebnisse</translation>
    </message>
    <message>
        <source>When a job is finished, its results can be fetched here.</source>
        <translation>Ist ein Auftrag fertig, können seine Ergebnisse hier abgeholt werden.</translation>
    </message>
    <message>
        <source>Open “Jobs”</source>
        <translation>„Aufträge“ öffnen</translation>
    </message>
    <message>
        <source>Ready at the service</source>
        <translation>Beim Dienst bereit</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Sites by allele frequency</source>
        <translation>Stellen nach Allelfrequenz</translation>
    </message>
    <message>
        <source>allele frequency</source>
        <translation>Allelfrequenz</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Allele frequency of the results against what was sent</source>
        <translation>Allelfrequenz der Ergebnisse gegen das Gesendete</translation>
    </message>
    <message>
        <source>frequency sent</source>
        <translation>Frequenz gesendet</translation>
    </message>
    <message>
        <source>in the results</source>
        <translation>in den Ergebnissen</translation>
    </message>
    <message>
        <source>Sites by call rate</source>
        <translation>Stellen nach Call-Rate</translation>
    </message>
    <message>
        <source>call rate</source>
        <translation>Call-Rate</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>Auf einen Blick</translation>
    </message>
    <message>
        <source>Asking for the signed list of results …</source>
        <translation>Die unterschriebene Ergebnisliste wird erfragt …</translation>
    </message>
    <message>
        <source>Where should the results go?</source>
        <translation>Wohin sollen die Ergebnisse?</translation>
    </message>
    <message>
        <source>Job of %1</source>
        <translation>Auftrag von %1</translation>
    </message>
    <message>
        <source>ready since %1</source>
        <translation>bereit seit %1</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>Holen…</translation>
    </message>
    <message>
        <source>Fetch the results of %1</source>
        <translation>Ergebnisse von %1 holen</translation>
    </message>
    <message>
        <source>File %1 of %2</source>
        <translation>Datei %1 von %2</translation>
    </message>
    <message>
        <source>The service&apos;s signed list of results is empty: there is nothing to fetch.</source>
        <translation>Die unterschriebene Ergebnisliste des Dienstes ist leer: Es gibt nichts zu holen.</translation>
    </message>
    <message>
        <source>… and %1 more in the folder</source>
        <translation>… und %1 weitere im Ordner</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) verified against the service&apos;s signed list and opened.</source>
        <translation>
            <numerusform>%n Datei gegen die unterschriebene Liste des Dienstes geprüft und geöffnet.</numerusform>
            <numerusform>%n Dateien gegen die unterschriebene Liste des Dienstes geprüft und geöffnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The original names are back in %n of them.</source>
        <translation>
            <numerusform>Die ursprünglichen Namen sind in %n davon zurück.</numerusform>
            <numerusform>Die ursprünglichen Namen sind in %n davon zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n index(es) or checksum(s) stayed there: with the names back they would no longer fit.</source>
        <translation>
            <numerusform>%n Index oder Prüfsumme blieb dort: Mit den Namen zurück würde es nicht mehr passen.</numerusform>
            <numerusform>%n Indexe oder Prüfsummen blieben dort: Mit den Namen zurück würden sie nicht mehr passen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Results are here</source>
        <translation>Die Ergebnisse sind da</translation>
    </message>
    <message>
        <source>opened, names restored</source>
        <translation>geöffnet, Namen zurückgesetzt</translation>
    </message>
    <message>
        <source>opened, still with pseudonyms</source>
        <translation>geöffnet, noch mit Pseudonymen</translation>
    </message>
    <message>
        <source>opened, no names inside</source>
        <translation>geöffnet, keine Namen darin</translation>
    </message>
    <message>
        <source>mean call rate %1</source>
        <translation>mittlere Call-Rate %1</translation>
    </message>
    <message>
        <source>allele frequencies of %1 of %2 compared sites are within 0.1 of what was sent</source>
        <translation>bei %1 von %2 verglichenen Stellen weicht die Allelfrequenz höchstens um 0,1 vom Gesendeten ab</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report is saved: what was removed, kept and dropped, without any name.</source>
        <translation>Der Bericht ist gespeichert: was entfernt, behalten und weggelassen wurde, ohne Namen.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>The service would say: “%1”</source>
        <translation>Der Dienst würde sagen: „%1“</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Review and send</source>
        <translation>Durchsehen und senden</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Consent reference</source>
        <translation>Aktenzeichen der Einwilligung</translation>
    </message>
    <message>
        <source>for example H-21012345</source>
        <translation>zum Beispiel H-21012345</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>%n Datei senden</numerusform>
            <numerusform>%n Dateien senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for the second person&apos;s approval.</source>
        <translation>Wartet auf die Freigabe der zweiten Person.</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>Noch hat nichts diesen Computer verlassen.</translation>
    </message>
    <message numerus="yes">
        <source>file(s)</source>
        <translation>
            <numerusform>Datei</numerusform>
            <numerusform>Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sample name(s) become pseudonyms</source>
        <translation>
            <numerusform>Probenname wird Pseudonym</numerusform>
            <numerusform>Probennamen werden Pseudonyme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record(s) will be sent, of %1 read</source>
        <translation>
            <numerusform>Datensatz wird gesendet, von %1 gelesenen</numerusform>
            <numerusform>Datensätze werden gesendet, von %1 gelesenen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>identifying place(s) removed</source>
        <translation>
            <numerusform>Kennzeichen entfernt</numerusform>
            <numerusform>Kennzeichen entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the list are not sent with these; they need you first.</source>
        <translation>
            <numerusform>%n Datei der Liste wird nicht mitgesendet; sie ist erst zu prüfen.</numerusform>
            <numerusform>%n Dateien der Liste werden nicht mitgesendet; sie sind erst zu prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>record(s) would be sent, of %1 read</source>
        <translation>
            <numerusform>Datensatz würde gesendet, von %1 gelesenen</numerusform>
            <numerusform>Datensätze würden gesendet, von %1 gelesenen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Genome build %1: you chose it, for the header of %n file(s) does not say it.</source>
        <translation>
            <numerusform>Genom-Build %1: von Ihnen gewählt, denn der Kopf von %n Datei sagt es nicht.</numerusform>
            <numerusform>Genom-Build %1: von Ihnen gewählt, denn die Köpfe von %n Dateien sagen es nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Genome build %1: you chose it, for the header of %n file(s) names both.</source>
        <translation>
            <numerusform>Genom-Build %1: von Ihnen gewählt, denn der Kopf von %n Datei nennt beide.</numerusform>
            <numerusform>Genom-Build %1: von Ihnen gewählt, denn die Köpfe von %n Dateien nennen beide.</numerusform>
        </translation>
    </message>
    <message>
        <source>Genome build %1, according to the headers of the files.</source>
        <translation>Genom-Build %1, laut den Köpfen der Dateien.</translation>
    </message>
    <message>
        <source>Well-known variants lie where the other build has them.</source>
        <translation>Bekannte Varianten liegen dort, wo der andere Build sie hat.</translation>
    </message>
    <message>
        <source>Compared with the site list</source>
        <translation>Verglichen mit der Stellenliste</translation>
    </message>
    <message>
        <source>File to look at</source>
        <translation>Anzusehende Datei</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>I confirm the consent statement</source>
        <translation>Ich bestätige die Einwilligungserklärung</translation>
    </message>
    <message>
        <source>I may send these data to this service.</source>
        <translation>Ich darf diese Daten an diesen Dienst senden.</translation>
    </message>
    <message>
        <source>A file number in capital letters and digits, such as H-21012345. No name, no date of birth.</source>
        <translation>Ein Aktenzeichen in Großbuchstaben und Ziffern, etwa H-21012345. Kein Name, kein Geburtsdatum.</translation>
    </message>
    <message>
        <source>Name, for you only</source>
        <translation>Name, nur für Sie</translation>
    </message>
    <message>
        <source>stays on this computer</source>
        <translation>bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>To send, confirm the statement at the end.</source>
        <translation>Zum Senden bestätigen Sie die Erklärung am Ende.</translation>
    </message>
    <message>
        <source>This service takes Crypt4GH, the format of the archives: your files are sealed with ChaCha20-Poly1305, which is not AES-256. Only the service can open them, as ever.</source>
        <translation>Dieser Dienst nimmt Crypt4GH, das Format der Archive: Ihre Dateien werden mit ChaCha20-Poly1305 versiegelt, das ist nicht AES-256. Öffnen kann sie wie immer nur der Dienst.</translation>
    </message>
</context>
<context>
    <name>SecurityPage</name>
    <message>
        <source>Sign-in and security</source>
        <translation>Anmeldung und Sicherheit</translation>
    </message>
    <message>
        <source>How this computer proves that it is you.</source>
        <translation>Wie dieser Computer belegt, dass Sie es sind.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Six-digit code</source>
        <translation>Sechsstelliger Code</translation>
    </message>
    <message>
        <source>Set up another phone…</source>
        <translation>Anderes Telefon einrichten…</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Make new codes…</source>
        <translation>Neue Codes erzeugen…</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Auf diesem Computer aufbewahrt</translation>
    </message>
    <message>
        <source>Use a passphrase…</source>
        <translation>Passphrase verwenden…</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>Nichts aufbewahren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Genoseal never keeps it. Change it here when your institution asks for that.</source>
        <translation>Genoseal bewahrt es nie auf. Ändern Sie es hier, wenn Ihre Einrichtung es verlangt.</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Passwort ändern…</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>What the service holds about me…</source>
        <translation>Was der Dienst über mich hat…</translation>
    </message>
    <message>
        <source>This computer was lost…</source>
        <translation>Computer verloren…</translation>
    </message>
    <message>
        <source>Your computers</source>
        <translation>Ihre Computer</translation>
    </message>
    <message>
        <source>Sign in to see and change it.</source>
        <translation>Melden Sie sich an, um es zu sehen und zu ändern.</translation>
    </message>
    <message>
        <source>Ten one-time codes for a day when the phone is lost.</source>
        <translation>Zehn Einmalcodes für den Tag, an dem das Telefon fehlt.</translation>
    </message>
    <message>
        <source>Codes only match when this computer and the service agree about the time.</source>
        <translation>Codes stimmen nur, wenn sich dieser Computer und der Dienst über die Zeit einig sind.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>First open the profile of your institution.</source>
        <translation>Öffnen Sie zuerst das Profil Ihrer Einrichtung.</translation>
    </message>
    <message>
        <source>Locked, because nobody used this window for a while.</source>
        <translation>Gesperrt, weil eine Weile niemand dieses Fenster benutzt hat.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Active. Signing in asks for the code of your authenticator app.</source>
        <translation>Aktiv. Die Anmeldung fragt nach dem Code Ihrer Authentifizierungs-App.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>Locks itself after %n minute(s) without use.</source>
        <translation>
            <numerusform>Sperrt sich nach %n Minute ohne Benutzung.</numerusform>
            <numerusform>Sperrt sich nach %n Minuten ohne Benutzung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of 10 left.</source>
        <translation>
            <numerusform>%n von 10 übrig.</numerusform>
            <numerusform>%n von 10 übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make new ones before the last is used.</source>
        <translation>Erzeugen Sie neue, bevor der letzte verbraucht ist.</translation>
    </message>
    <message>
        <source>Each works once, for a day when the phone is lost.</source>
        <translation>Jeder gilt einmal, für den Tag, an dem das Telefon fehlt.</translation>
    </message>
    <message>
        <source>Open the vault…</source>
        <translation>Tresor öffnen…</translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>Noch ist nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Your sign-in and keys are kept in this computer&apos;s keyring.</source>
        <translation>Ihre Anmeldung und Schlüssel liegen im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>Your sign-in and keys are kept in a vault under your passphrase.</source>
        <translation>Ihre Anmeldung und Schlüssel liegen in einem Tresor unter Ihrer Passphrase.</translation>
    </message>
    <message>
        <source>Your sign-in is kept in memory only. It ends with this window.</source>
        <translation>Ihre Anmeldung liegt nur im Arbeitsspeicher. Sie endet mit diesem Fenster.</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Das Passwort ist geändert.</translation>
    </message>
    <message>
        <source>Keep nothing on this computer?</source>
        <translation>Nichts auf diesem Computer aufbewahren?</translation>
    </message>
    <message>
        <source>You sign in each time. Files cannot be sent this way, because the map that brings the names back would be lost.</source>
        <translation>Sie melden sich jedes Mal an. Dateien können so nicht gesendet werden, weil die Tabelle, die die Namen zurückbringt, verloren ginge.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Asking the service for its time …</source>
        <translation>Der Dienst wird nach seiner Zeit gefragt …</translation>
    </message>
    <message>
        <source>This computer and the service agree. Codes will match.</source>
        <translation>Dieser Computer und der Dienst stimmen überein. Codes werden passen.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) off. Codes may be refused; have it put right.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht %n Sekunde falsch. Codes können abgelehnt werden; lassen Sie sie stellen.</numerusform>
            <numerusform>Die Uhr dieses Computers geht %n Sekunden falsch. Codes können abgelehnt werden; lassen Sie sie stellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service&apos;s clock could not be asked.</source>
        <translation>Die Uhr des Dienstes war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The service has not said yet which computers may use your account.</source>
        <translation>Der Dienst hat noch nicht gesagt, welche Computer Ihr Konto benutzen dürfen.</translation>
    </message>
    <message>
        <source>Sign in to see the computers that may use your account.</source>
        <translation>Melden Sie sich an, um die Computer zu sehen, die Ihr Konto benutzen dürfen.</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>zuletzt benutzt %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Revoke this computer?</source>
        <translation>Diesen Computer sperren?</translation>
    </message>
    <message>
        <source>“%1” is signed out at once and cannot sign in again by itself.</source>
        <translation>„%1“ wird sofort abgemeldet und kann sich nicht von selbst wieder anmelden.</translation>
    </message>
    <message>
        <source>Was this computer lost or used by somebody else?</source>
        <translation>Ging dieser Computer verloren oder hat ihn jemand anderes benutzt?</translation>
    </message>
    <message>
        <source>It is revoked and signed out. What is on its way stops. Change your password from another computer and call your helpdesk.</source>
        <translation>Er wird gesperrt und abgemeldet. Was unterwegs ist, hält an. Ändern Sie Ihr Passwort an einem anderen Computer und rufen Sie Ihren Helpdesk an.</translation>
    </message>
    <message>
        <source>Revoke this computer</source>
        <translation>Diesen Computer sperren</translation>
    </message>
    <message>
        <source>This computer is revoked.</source>
        <translation>Dieser Computer ist gesperrt.</translation>
    </message>
    <message>
        <source>What the service holds about you</source>
        <translation>Was der Dienst über Sie hat</translation>
    </message>
    <message>
        <source>As the service states it now.</source>
        <translation>So, wie es der Dienst jetzt angibt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Send data</source>
        <translation>Daten senden</translation>
    </message>
    <message>
        <source>Prepare, seal and send your files. Sending can be paused and goes on later.</source>
        <translation>Dateien vorbereiten, versiegeln und senden. Das Senden kann angehalten werden und geht später weiter.</translation>
    </message>
    <message>
        <source>Try practice mode</source>
        <translation>Übungsmodus probieren</translation>
    </message>
    <message>
        <source>Approve for somebody else…</source>
        <translation>Für jemand anderen freigeben…</translation>
    </message>
    <message>
        <source>1  Checked here</source>
        <translation>1  Hier geprüft</translation>
    </message>
    <message>
        <source>Your files are read on this computer only.</source>
        <translation>Ihre Dateien werden nur auf diesem Computer gelesen.</translation>
    </message>
    <message>
        <source>2  Names replaced, sealed</source>
        <translation>2  Namen ersetzt, versiegelt</translation>
    </message>
    <message>
        <source>You see what will leave before it leaves.</source>
        <translation>Sie sehen, was hinausgeht, bevor es hinausgeht.</translation>
    </message>
    <message>
        <source>3  Sent and confirmed</source>
        <translation>3  Gesendet und bestätigt</translation>
    </message>
    <message>
        <source>A signed receipt says what arrived.</source>
        <translation>Eine unterschriebene Quittung sagt, was ankam.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Zu sendende Dateien</translation>
    </message>
    <message>
        <source>Clear finished…</source>
        <translation>Beendete entfernen…</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n bitte prüfen</numerusform>
            <numerusform>%n bitte prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>%n Datei senden</numerusform>
            <numerusform>%n Dateien senden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>Preparing on this computer</source>
        <translation>Vorbereitung auf diesem Computer</translation>
    </message>
    <message>
        <source>These files cannot be sent together</source>
        <translation>Diese Dateien können nicht zusammen gesendet werden</translation>
    </message>
    <message>
        <source>This file cannot be sent</source>
        <translation>Diese Datei kann nicht gesendet werden</translation>
    </message>
    <message>
        <source>Nothing is set up yet. You can look at your files already; to send them, open the profile of your institution, or try everything in practice mode.</source>
        <translation>Noch ist nichts eingerichtet. Ihre Dateien können Sie schon ansehen; zum Senden öffnen Sie das Profil Ihrer Einrichtung oder probieren alles im Übungsmodus.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>Locked, because nobody used this window for a while. What is being sent goes on.</source>
        <translation>Gesperrt, weil eine Weile niemand dieses Fenster benutzt hat. Was gesendet wird, geht weiter.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>These are {number} files. The list takes {most} at once: the first by name are on it.</source>
        <translation>Das sind {number} Dateien. Die Liste nimmt {most} auf einmal: Die ersten nach Namen stehen darauf.</translation>
    </message>
    <message>
        <source>Clear finished submissions?</source>
        <translation>Beendete Einreichungen entfernen?</translation>
    </message>
    <message>
        <source>This computer forgets the names of their files, and what a job&apos;s report and the comparing of its results need. Jobs, receipts, results and pseudonym maps stay.</source>
        <translation>Dieser Computer vergisst die Namen ihrer Dateien und was der Bericht eines Auftrags und der Vergleich seiner Ergebnisse brauchen. Aufträge, Quittungen, Ergebnisse und Pseudonymtabellen bleiben.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>All files sent together with this one are cancelled too. Their keys are forgotten, so nobody can read what was uploaded, and the service is asked to delete it. Your own files stay as they are.</source>
        <translation>Alle Dateien, die mit dieser zusammen gesendet werden, werden auch abgebrochen. Ihre Schlüssel werden vergessen, sodass niemand das Hochgeladene lesen kann, und der Dienst wird gebeten, es zu löschen. Ihre eigenen Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Show the job</source>
        <translation>Auftrag zeigen</translation>
    </message>
    <message>
        <source>The pseudonym map and the key to its results are on this computer only: back them up.</source>
        <translation>Die Pseudonymtabelle und der Schlüssel zu den Ergebnissen sind nur auf diesem Computer: sichern Sie beides.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Sign in to send. Your files stay here until then.</source>
        <translation>Melden Sie sich zum Senden an. Bis dahin bleiben Ihre Dateien hier.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>No new VCF or BCF file was among them.</source>
        <translation>Es war keine neue VCF- oder BCF-Datei darunter.</translation>
    </message>
    <message>
        <source>Cancel this submission?</source>
        <translation>Diese Einsendung abbrechen?</translation>
    </message>
    <message>
        <source>Cancel the submission</source>
        <translation>Einsendung abbrechen</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>Weiter senden</translation>
    </message>
    <message numerus="yes">
        <source>The service has confirmed %n file(s) with a signed receipt, which is kept.</source>
        <translation>
            <numerusform>Der Dienst hat %n Datei mit einer unterschriebenen Quittung bestätigt, die aufbewahrt ist.</numerusform>
            <numerusform>Der Dienst hat %n Dateien mit einer unterschriebenen Quittung bestätigt, die aufbewahrt ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
</context>
<context>
    <name>ServiceNotices</name>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>The service says</source>
        <translation>Der Dienst teilt mit</translation>
    </message>
    <message>
        <source>A newer version is out: %1. Your institution installs it; Genoseal never updates itself.</source>
        <translation>Es gibt eine neuere Version: %1. Ihre Einrichtung installiert sie; Genoseal aktualisiert sich nie selbst.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What carries a lock is set by your institution.</source>
        <translation>Was ein Schloss trägt, hat Ihre Einrichtung festgelegt.</translation>
    </message>
    <message>
        <source>Open a profile…</source>
        <translation>Profil öffnen…</translation>
    </message>
    <message>
        <source>Your institution</source>
        <translation>Ihre Einrichtung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Sign-in…</source>
        <translation>Anmeldung…</translation>
    </message>
    <message>
        <source>Upload at most</source>
        <translation>Höchstens hochladen</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Daily pause from</source>
        <translation>Tägliche Pause von</translation>
    </message>
    <message>
        <source>None</source>
        <comment>daily pause</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Daily pause until</source>
        <translation>Tägliche Pause bis</translation>
    </message>
    <message>
        <source>Files at the same time</source>
        <translation>Dateien gleichzeitig</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Sending and results</source>
        <translation>Senden und Ergebnisse</translation>
    </message>
    <message>
        <source>Sign-in of the proxy</source>
        <translation>Anmeldung am Proxy</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Daily pause</source>
        <translation>Tägliche Pause</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Ergebnisordner</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Zurückholen…</translation>
    </message>
    <message>
        <source>The pseudonym maps bring the names back, and the keys open your results. Without a backup they are lost with this computer.</source>
        <translation>Die Pseudonymtabellen bringen die Namen zurück, und die Schlüssel öffnen Ihre Ergebnisse. Ohne Sicherung gehen sie mit diesem Computer verloren.</translation>
    </message>
    <message>
        <source>Pseudonym maps and keys</source>
        <translation>Pseudonymtabellen und Schlüssel</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Workstation check</source>
        <translation>Prüfung des Arbeitsplatzes</translation>
    </message>
    <message>
        <source>Set by your institution</source>
        <translation>Von Ihrer Einrichtung festgelegt</translation>
    </message>
    <message>
        <source>Asked for each time</source>
        <translation>Wird jedes Mal gefragt</translation>
    </message>
    <message>
        <source>None</source>
        <comment>sign-in of the proxy</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No profile is installed.</source>
        <translation>Kein Profil ist installiert.</translation>
    </message>
    <message>
        <source>Your institution gives you a file and, on paper or on its own page, a fingerprint.</source>
        <translation>Ihre Einrichtung gibt Ihnen eine Datei und, auf Papier oder auf ihrer eigenen Seite, einen Fingerabdruck.</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>installed with the computer</source>
        <translation>mit dem Computer installiert</translation>
    </message>
    <message>
        <source>opened by you</source>
        <translation>von Ihnen geöffnet</translation>
    </message>
    <message>
        <source>renewed by the service</source>
        <translation>vom Dienst erneuert</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>Fingerprint %1</source>
        <translation>Fingerabdruck %1</translation>
    </message>
    <message>
        <source>The profile is installed.</source>
        <translation>Das Profil ist installiert.</translation>
    </message>
    <message>
        <source>Disk encryption, screen lock, keyring, clock, and who answers in the service&apos;s name.</source>
        <translation>Festplattenverschlüsselung, Bildschirmsperre, Schlüsselbund, Uhr und wer im Namen des Dienstes antwortet.</translation>
    </message>
    <message>
        <source>Where should results go?</source>
        <translation>Wohin sollen Ergebnisse?</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>SignInSheet</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Six-digit code</source>
        <translation>Sechsstelliger Code</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Type one of your recovery codes. It works once.</source>
        <translation>Geben Sie einen Ihrer Notfallcodes ein. Er gilt einmal.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Notfallcode</translation>
    </message>
    <message>
        <source>Use the app&apos;s code instead</source>
        <translation>Stattdessen den Code der App verwenden</translation>
    </message>
    <message>
        <source>Type the six digits that your authenticator app shows.</source>
        <translation>Geben Sie die sechs Ziffern ein, die Ihre Authentifizierungs-App zeigt.</translation>
    </message>
    <message>
        <source>Phone lost? Use a recovery code</source>
        <translation>Telefon verloren? Notfallcode verwenden</translation>
    </message>
</context>
<context>
    <name>SiteListCard</name>
    <message>
        <source>Choose a list…</source>
        <translation>Liste wählen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the site list</source>
        <translation>Stellenliste entfernen</translation>
    </message>
    <message>
        <source>Site list:</source>
        <translation>Stellenliste:</translation>
    </message>
    <message>
        <source>Site lists (%1);;All files (*)</source>
        <translation>Stellenlisten (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a site list</source>
        <translation>Stellenliste wählen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>This site list cannot be used</source>
        <translation>Diese Stellenliste kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Die Liste wird gelesen…</translation>
    </message>
    <message>
        <source>The rules “%1” send only sites that are on a list: nothing can be sent before you have chosen it.</source>
        <translation>Die Regeln „%1“ senden nur Stellen, die auf einer Liste stehen: Nichts kann gesendet werden, bevor Sie sie gewählt haben.</translation>
    </message>
    <message>
        <source>The rules “%1” send only the sites that are on it.</source>
        <translation>Die Regeln „%1“ senden nur die Stellen, die darauf stehen.</translation>
    </message>
    <message>
        <source>Your files are compared with it: how many of their sites it has, and where alleles or strands differ. The list itself stays on this computer.</source>
        <translation>Ihre Dateien werden damit verglichen: wie viele ihrer Stellen darauf stehen und wo Allele oder Stränge abweichen. Die Liste selbst bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Not needed. It shows how many of your sites the reference has, and where alleles differ.</source>
        <translation>Nicht nötig. Sie zeigt, wie viele Ihrer Stellen die Referenz hat und wo Allele abweichen.</translation>
    </message>
</context>
<context>
    <name>StatementSheet</name>
    <message>
        <source>A signature proves who said so, not that it is so.</source>
        <translation>Eine Unterschrift belegt, wer das sagt, nicht dass es so ist.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>StepWizard</name>
    <message>
        <source>More below</source>
        <translation>Unten mehr</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>TypeCodeStep</name>
    <message>
        <source>Type the code</source>
        <translation>Code eingeben</translation>
    </message>
    <message>
        <source>Six-digit code</source>
        <translation>Sechsstelliger Code</translation>
    </message>
    <message>
        <source>Type the six digits that the app shows for “%1”. They change every 30 seconds; spaces do not matter.</source>
        <translation>Geben Sie die sechs Ziffern ein, die die App für „%1“ zeigt. Sie wechseln alle 30 Sekunden; Leerzeichen sind egal.</translation>
    </message>
    <message>
        <source>Practice phone shows: %1</source>
        <translation>Das Übungstelefon zeigt: %1</translation>
    </message>
    <message numerus="yes">
        <source>Wait for the next code: %n s</source>
        <translation>
            <numerusform>Auf den nächsten Code warten: %n s</numerusform>
            <numerusform>Auf den nächsten Code warten: %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next code comes in %n s</source>
        <translation>
            <numerusform>Der nächste Code kommt in %n s</numerusform>
            <numerusform>Der nächste Code kommt in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockSheet</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Nobody used this window for a while, so it forgot your sign-in. What is being sent goes on. Type the code that your app shows now.</source>
        <translation>Eine Weile hat niemand dieses Fenster benutzt, deshalb hat es Ihre Anmeldung vergessen. Was gesendet wird, geht weiter. Geben Sie den Code ein, den Ihre App jetzt zeigt.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
</context>
<context>
    <name>_Header</name>
    <message>
        <source>In your file: what identifies somebody is marked</source>
        <translation>In Ihrer Datei: Kennzeichen sind markiert</translation>
    </message>
    <message>
        <source>What leaves instead: a new header, nothing of yours</source>
        <translation>Das geht hinaus: ein neuer Kopf, nichts von Ihnen</translation>
    </message>
    <message>
        <source>Records that stay here: %1</source>
        <translation>Datensätze, die hier bleiben: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… und %n weitere Zeile</numerusform>
            <numerusform>… und %n weitere Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Nothing was queued and your files are untouched: give the command again when this is settled.</source>
        <translation>Nichts wurde eingereiht, und Ihre Dateien sind unberührt: Geben Sie den Befehl erneut, wenn das geklärt ist.</translation>
    </message>
    <message>
        <source>Try again later: give the same command again.</source>
        <translation>Versuchen Sie es später erneut: Geben Sie denselben Befehl noch einmal.</translation>
    </message>
    <message>
        <source>This submission has ended: its keys are forgotten, and what was uploaded is being withdrawn.</source>
        <translation>Diese Einreichung ist beendet: Ihre Schlüssel sind vergessen, und was hochgeladen war, wird zurückgezogen.</translation>
    </message>
    <message>
        <source>Your files are untouched; send them again when the reason is gone.</source>
        <translation>Ihre Dateien sind unberührt; senden Sie sie erneut, wenn der Grund behoben ist.</translation>
    </message>
    <message>
        <source>This submission has ended: its keys are forgotten, and what was uploaded is withdrawn.</source>
        <translation>Diese Einreichung ist beendet: Ihre Schlüssel sind vergessen, und was hochgeladen war, ist zurückgezogen.</translation>
    </message>
    <message>
        <source>Genoseal made a mistake.</source>
        <translation>Genoseal hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>This is a bug in the program, not in your file. Nothing was sent because of it.</source>
        <translation>Das ist ein Fehler im Programm, nicht in Ihrer Datei. Deswegen wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Please report the lines below; they hold places in the program and nothing of your data.</source>
        <translation>Bitte melden Sie die Zeilen unten; sie nennen Stellen im Programm und nichts von Ihren Daten.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>You stopped the command. What was half made is removed; what is on its way keeps its place.</source>
        <translation>Sie haben den Befehl angehalten. Halbfertiges ist entfernt; was unterwegs ist, behält seinen Platz.</translation>
    </message>
    <message>
        <source>Go on with “genoseal resume”, or give the command again.</source>
        <translation>Go on with “genoseal resume”, or give the command again.</translation>
    </message>
    <message>
        <source>Could not be found out.</source>
        <translation>War nicht herauszufinden.</translation>
    </message>
    <message>
        <source>This needs you to sign in.</source>
        <translation>Dafür müssen Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Your files are untouched; what is on its way keeps its place.</source>
        <translation>Ihre Dateien sind unberührt; was unterwegs ist, behält seinen Platz.</translation>
    </message>
    <message>
        <source>Run “genoseal sign-in”.</source>
        <translation>Run “genoseal sign-in”.</translation>
    </message>
    <message>
        <source>A secret would have to be asked for, and there is no terminal to ask at.</source>
        <translation>Ein Geheimnis müsste erfragt werden, und es gibt kein Terminal dafür.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Nichts wurde getan.</translation>
    </message>
    <message>
        <source>Give it in a file: {option} (“-” reads it from standard input).</source>
        <translation>Geben Sie es in einer Datei an: {option} („-“ liest von der Standardeingabe).</translation>
    </message>
    <message>
        <source>The file given with {option} cannot be read, or it is empty.</source>
        <translation>Die mit {option} angegebene Datei ist nicht lesbar oder leer.</translation>
    </message>
    <message>
        <source>Put the secret on the file&apos;s first line, readable by you alone.</source>
        <translation>Schreiben Sie das Geheimnis in die erste Zeile der Datei, nur für Sie lesbar.</translation>
    </message>
    <message>
        <source>This map belongs to another user, computer or vault.</source>
        <translation>Diese Tabelle gehört zu einem anderen Benutzer, Computer oder Tresor.</translation>
    </message>
    <message>
        <source>It cannot be opened here, so no names were put back.</source>
        <translation>Sie lässt sich hier nicht öffnen, deshalb wurden keine Namen zurückgesetzt.</translation>
    </message>
    <message>
        <source>Export it where it was made (“genoseal map export”), and import that file here.</source>
        <translation>Export it where it was made (“genoseal map export”), and import that file here.</translation>
    </message>
    <message>
        <source>Signing in did not work.</source>
        <translation>Die Anmeldung hat nicht geklappt.</translation>
    </message>
    <message>
        <source>Try again, or call your institution&apos;s helpdesk.</source>
        <translation>Versuchen Sie es noch einmal oder rufen Sie den Helpdesk Ihrer Einrichtung an.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this computer.</source>
        <translation>Auf diesem Computer ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>The service does not know this user name with this password.</source>
        <translation>Der Dienst kennt diesen Benutzernamen mit diesem Passwort nicht.</translation>
    </message>
    <message>
        <source>You are not signed in. It does not say which of the two is wrong.</source>
        <translation>Sie sind nicht angemeldet. Er sagt nicht, was von beidem falsch ist.</translation>
    </message>
    <message>
        <source>Type both again. After several wrong tries the service makes you wait.</source>
        <translation>Geben Sie beides noch einmal ein. Nach mehreren falschen Versuchen lässt der Dienst Sie warten.</translation>
    </message>
    <message>
        <source>The six-digit code is not the one of this moment.</source>
        <translation>Der sechsstellige Code ist nicht der von diesem Augenblick.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>Wait for the next code and type it at once. If it keeps failing, check the phone&apos;s clock.</source>
        <translation>Warten Sie auf den nächsten Code und geben Sie ihn sofort ein. Klappt es weiter nicht, prüfen Sie die Uhr des Telefons.</translation>
    </message>
    <message>
        <source>This code was right, but it has been used already.</source>
        <translation>Dieser Code war richtig, wurde aber schon benutzt.</translation>
    </message>
    <message>
        <source>Each code counts once, so that nobody can use one over your shoulder.</source>
        <translation>Jeder Code zählt einmal, damit niemand ihn über Ihre Schulter benutzen kann.</translation>
    </message>
    <message>
        <source>Wait for the next code (at most 30 seconds) and type that one.</source>
        <translation>Warten Sie auf den nächsten Code (höchstens 30 Sekunden) und geben Sie diesen ein.</translation>
    </message>
    <message>
        <source>This is not one of your recovery codes, or it was used before.</source>
        <translation>Das ist keiner Ihrer Notfallcodes, oder er wurde schon benutzt.</translation>
    </message>
    <message>
        <source>You are not signed in. Each recovery code works once.</source>
        <translation>Sie sind nicht angemeldet. Jeder Notfallcode gilt einmal.</translation>
    </message>
    <message>
        <source>Try the next code on your sheet, or call your institution&apos;s helpdesk.</source>
        <translation>Versuchen Sie den nächsten Code auf Ihrem Blatt oder rufen Sie den Helpdesk Ihrer Einrichtung an.</translation>
    </message>
    <message>
        <source>Too much time went by since you typed the password.</source>
        <translation>Seit der Eingabe des Passworts ist zu viel Zeit vergangen.</translation>
    </message>
    <message>
        <source>Begin again with the password.</source>
        <translation>Beginnen Sie noch einmal mit dem Passwort.</translation>
    </message>
    <message>
        <source>Too many wrong codes.</source>
        <translation>Zu viele falsche Codes.</translation>
    </message>
    <message>
        <source>After several wrong tries the service makes this account wait.</source>
        <translation>Nach mehreren falschen Versuchen lässt der Dienst dieses Konto warten.</translation>
    </message>
    <message>
        <source>No try counts for the next {retry_after_s}, not even a right one.</source>
        <translation>Für {retry_after_s} zählt kein Versuch, auch kein richtiger.</translation>
    </message>
    <message>
        <source>Wait, then try once more, slowly. If it was not you who tried, call the helpdesk.</source>
        <translation>Warten Sie und versuchen Sie es dann einmal langsam. Waren nicht Sie das, rufen Sie den Helpdesk an.</translation>
    </message>
    <message>
        <source>The invitation code is missing, wrong, used or too old.</source>
        <translation>Der Einladungscode fehlt, ist falsch, benutzt oder zu alt.</translation>
    </message>
    <message>
        <source>No second factor was set up.</source>
        <translation>Es wurde kein zweiter Faktor eingerichtet.</translation>
    </message>
    <message>
        <source>Ask your institution&apos;s helpdesk for a new invitation code.</source>
        <translation>Bitten Sie den Helpdesk Ihrer Einrichtung um einen neuen Einladungscode.</translation>
    </message>
    <message>
        <source>The password is right, but this account has no second factor yet.</source>
        <translation>Das Passwort stimmt, aber das Konto hat noch keinen zweiten Faktor.</translation>
    </message>
    <message>
        <source>Nothing can be sent without one.</source>
        <translation>Ohne ihn kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Run “genoseal enrol” with the invitation code from your helpdesk.</source>
        <translation>Run “genoseal enrol” with the invitation code from your helpdesk.</translation>
    </message>
    <message>
        <source>This account has a second factor already.</source>
        <translation>Dieses Konto hat schon einen zweiten Faktor.</translation>
    </message>
    <message>
        <source>The vault file is damaged or gone.</source>
        <translation>Die Tresordatei ist beschädigt oder nicht mehr da.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Er blieb, wie er ist.</translation>
    </message>
    <message>
        <source>Sign in with it. Lost the phone? “genoseal sign-in --recovery”, then “genoseal enrol”.</source>
        <translation>Sign in with it. Lost the phone? “genoseal sign-in --recovery”, then “genoseal enrol”.</translation>
    </message>
    <message>
        <source>The new password does not follow your institution&apos;s rules ({rule}).</source>
        <translation>Das neue Passwort entspricht nicht den Regeln Ihrer Einrichtung ({rule}).</translation>
    </message>
    <message>
        <source>The old password still counts.</source>
        <translation>Das alte Passwort gilt weiter.</translation>
    </message>
    <message>
        <source>Choose a longer one; several plain words in a row are good.</source>
        <translation>Wählen Sie ein längeres; mehrere einfache Wörter hintereinander sind gut.</translation>
    </message>
    <message>
        <source>The new password is too short.</source>
        <translation>Das neue Passwort ist zu kurz.</translation>
    </message>
    <message>
        <source>“genoseal profile show” says how long it must be; several plain words are good.</source>
        <translation>“genoseal profile show” says how long it must be; several plain words are good.</translation>
    </message>
    <message>
        <source>The new password mixes too few kinds of characters.</source>
        <translation>Das neue Passwort mischt zu wenige Arten von Zeichen.</translation>
    </message>
    <message>
        <source>Mix lower case, upper case, digits and signs; “genoseal profile show” says how many.</source>
        <translation>Mix lower case, upper case, digits and signs; “genoseal profile show” says how many.</translation>
    </message>
    <message>
        <source>The new password contains your user name.</source>
        <translation>Das neue Passwort enthält Ihren Benutzernamen.</translation>
    </message>
    <message>
        <source>Choose one without it.</source>
        <translation>Wählen Sie eines ohne ihn.</translation>
    </message>
    <message>
        <source>The new password is the old one.</source>
        <translation>Das neue Passwort ist das alte.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The session cannot be locked for this process in Genoseal&apos;s own folder ({reason}).</source>
        <translation>Die Sitzung lässt sich im eigenen Ordner von Genoseal nicht für diesen Prozess sperren ({reason}).</translation>
    </message>
    <message>
        <source>Nothing was sent or changed.</source>
        <translation>Nichts wurde gesendet oder geändert.</translation>
    </message>
    <message>
        <source>Make room or let your user write there; “genoseal doctor” shows more.</source>
        <translation>Make room or let your user write there; “genoseal doctor” shows more.</translation>
    </message>
    <message>
        <source>Locked after some time without you.</source>
        <translation>Nach einiger Zeit ohne Sie gesperrt.</translation>
    </message>
    <message>
        <source>The keys are out of memory; what is on its way keeps its place.</source>
        <translation>Die Schlüssel sind aus dem Speicher; was unterwegs ist, behält seinen Platz.</translation>
    </message>
    <message>
        <source>Unlock with a six-digit code.</source>
        <translation>Entsperren Sie mit einem sechsstelligen Code.</translation>
    </message>
    <message>
        <source>This computer was signed out by the service or from another computer.</source>
        <translation>Dieser Computer wurde vom Dienst oder von einem anderen Computer abgemeldet.</translation>
    </message>
    <message>
        <source>It can reach nothing of yours until you sign in again.</source>
        <translation>Er erreicht nichts von Ihnen, bis Sie sich wieder anmelden.</translation>
    </message>
    <message>
        <source>If that was you, sign in again. If not, call your institution&apos;s helpdesk now.</source>
        <translation>Waren Sie das, melden Sie sich wieder an. Wenn nicht, rufen Sie jetzt den Helpdesk Ihrer Einrichtung an.</translation>
    </message>
    <message>
        <source>The service wants you to sign in again.</source>
        <translation>Der Dienst möchte, dass Sie sich wieder anmelden.</translation>
    </message>
    <message>
        <source>You are signed in, but this account, computer or network address may not do this.</source>
        <translation>Sie sind angemeldet, aber dieses Konto, dieser Computer oder diese Netzadresse darf das nicht.</translation>
    </message>
    <message>
        <source>Nothing was changed ({problem}).</source>
        <translation>Nichts wurde geändert ({problem}).</translation>
    </message>
    <message>
        <source>Ask your institution&apos;s helpdesk, and tell them the code in brackets.</source>
        <translation>Fragen Sie den Helpdesk Ihrer Einrichtung und nennen Sie den Code in Klammern.</translation>
    </message>
    <message>
        <source>The passphrase does not open this file.</source>
        <translation>Die Passphrase öffnet diese Datei nicht.</translation>
    </message>
    <message>
        <source>Either it is another one, or the file was changed; the two look the same.</source>
        <translation>Entweder ist es eine andere, oder die Datei wurde geändert; beides sieht gleich aus.</translation>
    </message>
    <message>
        <source>Type it again. If it is surely right, use another copy of the file.</source>
        <translation>Geben Sie sie noch einmal ein. Stimmt sie sicher, nehmen Sie eine andere Kopie der Datei.</translation>
    </message>
    <message>
        <source>This private key is protected by a passphrase.</source>
        <translation>Dieser private Schlüssel ist durch eine Passphrase geschützt.</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>Nichts wurde geöffnet.</translation>
    </message>
    <message>
        <source>Run it in a terminal to be asked, or add --password-file.</source>
        <translation>Run it in a terminal to be asked, or add --password-file.</translation>
    </message>
    <message>
        <source>Genoseal&apos;s secrets cannot be kept or read on this computer.</source>
        <translation>Die Geheimnisse von Genoseal lassen sich auf diesem Computer nicht aufbewahren oder lesen.</translation>
    </message>
    <message>
        <source>Nothing was done that would have to be remembered.</source>
        <translation>Nichts wurde getan, das zu merken wäre.</translation>
    </message>
    <message>
        <source>“genoseal doctor” says what is missing.</source>
        <translation>“genoseal doctor” says what is missing.</translation>
    </message>
    <message>
        <source>No keyring answers here, and no vault passphrase was given ({keyring_state}).</source>
        <translation>Hier antwortet kein Schlüsselbund, und es gibt keine Passphrase für einen Tresor ({keyring_state}).</translation>
    </message>
    <message>
        <source>This command has to remember something, so it stopped before it began.</source>
        <translation>Dafür muss etwas gemerkt werden, deshalb wurde vor dem Beginn angehalten.</translation>
    </message>
    <message>
        <source>Run it in a terminal to be asked for a vault passphrase, or put one into a file that only you can read and name it in GENOSEAL_VAULT_PASSWORD_FILE.</source>
        <translation>Run it in a terminal to be asked for a vault passphrase, or put one into a file that only you can read and name it in GENOSEAL_VAULT_PASSWORD_FILE.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked.</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it (mostly by signing in to the desktop), then try again.</source>
        <translation>Entsperren Sie ihn (meist durch Anmelden am Desktop) und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A keyring is set up here that would write secrets into a plain file.</source>
        <translation>Hier ist ein Schlüsselbund eingerichtet, der Geheimnisse in eine einfache Datei schreiben würde.</translation>
    </message>
    <message>
        <source>It was not used.</source>
        <translation>Er wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>Remove PYTHON_KEYRING_BACKEND or the entry in keyringrc.cfg, or use a vault.</source>
        <translation>Entfernen Sie PYTHON_KEYRING_BACKEND oder den Eintrag in keyringrc.cfg oder nehmen Sie einen Tresor.</translation>
    </message>
    <message>
        <source>The keyring of this computer answered with an error.</source>
        <translation>Der Schlüsselbund dieses Computers antwortete mit einem Fehler.</translation>
    </message>
    <message>
        <source>Try again; if it stays, sign out of the desktop and in again, or use a vault.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, melden Sie sich am Desktop ab und wieder an oder nehmen Sie einen Tresor.</translation>
    </message>
    <message>
        <source>The keyring gave back something else than was put in.</source>
        <translation>Der Schlüsselbund gab etwas anderes zurück, als hineingelegt wurde.</translation>
    </message>
    <message>
        <source>It cannot be trusted with your keys, so nothing was done.</source>
        <translation>Ihm sind Ihre Schlüssel nicht anzuvertrauen, deshalb wurde nichts getan.</translation>
    </message>
    <message>
        <source>Use a vault: name a passphrase file in GENOSEAL_VAULT_PASSWORD_FILE.</source>
        <translation>Use a vault: name a passphrase file in GENOSEAL_VAULT_PASSWORD_FILE.</translation>
    </message>
    <message>
        <source>Genoseal&apos;s folder does not say clearly where its secrets lie.</source>
        <translation>Der Ordner von Genoseal sagt nicht klar, wo seine Geheimnisse liegen.</translation>
    </message>
    <message>
        <source>A file there is damaged or of a newer version; nothing was changed.</source>
        <translation>Eine Datei dort ist beschädigt oder von einer neueren Version; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Update Genoseal, or restore its folder from a backup.</source>
        <translation>Aktualisieren Sie Genoseal oder stellen Sie den Ordner aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The vault&apos;s passphrase file is refused ({reason}).</source>
        <translation>Die Datei mit der Passphrase des Tresors wird abgelehnt ({reason}).</translation>
    </message>
    <message>
        <source>The vault stays closed and nothing was done.</source>
        <translation>Der Tresor bleibt zu, und nichts wurde getan.</translation>
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
        <translation>Legen Sie sie mit Ihrer Passphrase in der ersten Zeile an, nur für Sie lesbar (chmod 600).</translation>
    </message>
    <message>
        <source>Others on this computer can read the vault&apos;s passphrase file.</source>
        <translation>Andere auf diesem Computer können die Datei mit der Passphrase des Tresors lesen.</translation>
    </message>
    <message>
        <source>Run chmod 600 on the file that GENOSEAL_VAULT_PASSWORD_FILE names.</source>
        <translation>Run chmod 600 on the file that GENOSEAL_VAULT_PASSWORD_FILE names.</translation>
    </message>
    <message>
        <source>The vault&apos;s passphrase file belongs to somebody else.</source>
        <translation>Die Datei mit der Passphrase des Tresors gehört jemand anderem.</translation>
    </message>
    <message>
        <source>Make a file of your own and name it in GENOSEAL_VAULT_PASSWORD_FILE.</source>
        <translation>Make a file of your own and name it in GENOSEAL_VAULT_PASSWORD_FILE.</translation>
    </message>
    <message>
        <source>The passphrase does not open the vault.</source>
        <translation>Die Passphrase öffnet den Tresor nicht.</translation>
    </message>
    <message>
        <source>Type it again. If it is surely right, restore the vault from a backup.</source>
        <translation>Geben Sie sie noch einmal ein. Stimmt sie sicher, stellen Sie den Tresor aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Maps, result keys and what is on its way cannot be opened without it.</source>
        <translation>Tabellen, Ergebnisschlüssel und was unterwegs ist, lassen sich ohne sie nicht öffnen.</translation>
    </message>
    <message>
        <source>Restore Genoseal&apos;s folder from a backup, or import your map and key exports.</source>
        <translation>Stellen Sie den Ordner von Genoseal aus einer Sicherung wieder her oder holen Sie Ihre gesicherten Tabellen und Schlüssel.</translation>
    </message>
    <message>
        <source>The vault was written by a newer version of Genoseal.</source>
        <translation>Der Tresor wurde von einer neueren Version von Genoseal geschrieben.</translation>
    </message>
    <message>
        <source>Update Genoseal on this computer.</source>
        <translation>Aktualisieren Sie Genoseal auf diesem Computer.</translation>
    </message>
    <message>
        <source>Somebody put an older copy of the vault back.</source>
        <translation>Jemand hat eine ältere Kopie des Tresors zurückgelegt.</translation>
    </message>
    <message>
        <source>An old copy could bring back sign-ins that were ended, so it is not used.</source>
        <translation>Eine alte Kopie könnte beendete Anmeldungen zurückbringen, deshalb wird sie nicht benutzt.</translation>
    </message>
    <message>
        <source>Restore the whole folder from one backup, or call your institution&apos;s helpdesk.</source>
        <translation>Stellen Sie den ganzen Ordner aus einer Sicherung wieder her oder rufen Sie den Helpdesk Ihrer Einrichtung an.</translation>
    </message>
    <message>
        <source>The vault could not be written ({reason}).</source>
        <translation>Der Tresor ließ sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>The vault as it was still stands.</source>
        <translation>Der Tresor besteht, wie er war.</translation>
    </message>
    <message>
        <source>Make room on the disk, or check who may write to Genoseal&apos;s folder.</source>
        <translation>Schaffen Sie Platz auf der Festplatte oder prüfen Sie, wer in den Ordner von Genoseal schreiben darf.</translation>
    </message>
    <message>
        <source>The key that the keyring or vault holds for Genoseal is not one.</source>
        <translation>Der Schlüssel, den Schlüsselbund oder Tresor für Genoseal hält, ist keiner.</translation>
    </message>
    <message>
        <source>Nothing can be opened with it, and nothing was overwritten.</source>
        <translation>Damit lässt sich nichts öffnen, und nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Restore the keyring from a backup, or call your institution&apos;s helpdesk.</source>
        <translation>Stellen Sie den Schlüsselbund aus einer Sicherung wieder her oder rufen Sie den Helpdesk Ihrer Einrichtung an.</translation>
    </message>
    <message>
        <source>The outbox was written under another vault key.</source>
        <translation>Der Postausgang wurde unter einem anderen Tresorschlüssel geschrieben.</translation>
    </message>
    <message>
        <source>This happens when the folder is copied without its keyring. Nothing was touched.</source>
        <translation>Das geschieht, wenn der Ordner ohne seinen Schlüsselbund kopiert wird. Nichts wurde angerührt.</translation>
    </message>
    <message>
        <source>Go on at the computer where the transfer was started.</source>
        <translation>Machen Sie an dem Computer weiter, an dem die Übertragung begann.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Private folder</source>
        <translation>Privater Ordner</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>Disk encryption</source>
        <translation>Festplattenverschlüsselung</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>Bildschirmsperre</translation>
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
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Aktivitätsprotokoll</translation>
    </message>
    <message>
        <source>Fine without: a vault under a passphrase takes its place.</source>
        <translation>Es geht ohne: Ein Tresor unter einer Passphrase tritt an die Stelle.</translation>
    </message>
    <message>
        <source>No profile, so no service to ask.</source>
        <translation>Kein Profil, also kein Dienst zu fragen.</translation>
    </message>
    <message>
        <source>Not tried: what stands above is in the way.</source>
        <translation>Nicht versucht: Was oben steht, ist im Weg.</translation>
    </message>
    <message>
        <source>Genoseal {version} on Python {python} ({system})</source>
        <translation>Genoseal {version} mit Python {python} ({system})</translation>
    </message>
    <message>
        <source>OpenSSL would offer weaker cipher suites than AES-256.</source>
        <translation>OpenSSL würde schwächere Verfahren als AES-256 anbieten.</translation>
    </message>
    <message>
        <source>Start Genoseal by its own command, not by another script.</source>
        <translation>Starten Sie Genoseal mit seinem eigenen Befehl, nicht mit einem anderen Skript.</translation>
    </message>
    <message>
        <source>Only you can read it.</source>
        <translation>Nur Sie können ihn lesen.</translation>
    </message>
    <message>
        <source>Not made yet.</source>
        <translation>Noch nicht angelegt.</translation>
    </message>
    <message>
        <source>It belongs to somebody else.</source>
        <translation>Er gehört jemand anderem.</translation>
    </message>
    <message>
        <source>Set GENOSEAL_HOME to a folder of your own.</source>
        <translation>Set GENOSEAL_HOME to a folder of your own.</translation>
    </message>
    <message>
        <source>It cannot be made or written to.</source>
        <translation>Er kann nicht angelegt oder beschrieben werden.</translation>
    </message>
    <message>
        <source>Others on this computer can look into it.</source>
        <translation>Andere auf diesem Computer können hineinsehen.</translation>
    </message>
    <message>
        <source>Run chmod 700 on Genoseal&apos;s folder.</source>
        <translation>Führen Sie chmod 700 auf dem Ordner von Genoseal aus.</translation>
    </message>
    <message>
        <source>Unlocked.</source>
        <translation>Entsperrt.</translation>
    </message>
    <message>
        <source>No keyring answers here.</source>
        <translation>Hier antwortet kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>A keyring service answers, but no keyring was ever made.</source>
        <translation>Ein Schlüsselbunddienst antwortet, aber es wurde nie ein Schlüsselbund angelegt.</translation>
    </message>
    <message>
        <source>Make one with your desktop&apos;s password program, or use a vault.</source>
        <translation>Legen Sie einen mit dem Passwortprogramm Ihres Desktops an oder nehmen Sie einen Tresor.</translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>Gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it, mostly by signing in to the desktop.</source>
        <translation>Entsperren Sie ihn, meist durch Anmelden am Desktop.</translation>
    </message>
    <message>
        <source>A keyring that writes plain files is set up; it is not used.</source>
        <translation>Ein Schlüsselbund, der einfache Dateien schreibt, ist eingerichtet; er wird nicht benutzt.</translation>
    </message>
    <message>
        <source>Remove PYTHON_KEYRING_BACKEND or the entry in keyringrc.cfg.</source>
        <translation>Entfernen Sie PYTHON_KEYRING_BACKEND oder den Eintrag in keyringrc.cfg.</translation>
    </message>
    <message>
        <source>Not needed: the secrets are in a vault.</source>
        <translation>Nicht nötig: Die Geheimnisse liegen in einem Tresor.</translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>Noch ist nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keyring.</source>
        <translation>Liegt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>Kept in the vault, under its passphrase.</source>
        <translation>Liegt im Tresor unter seiner Passphrase.</translation>
    </message>
    <message>
        <source>Kept in memory only: gone when the program ends.</source>
        <translation>Liegt nur im Arbeitsspeicher: fort, wenn das Programm endet.</translation>
    </message>
    <message>
        <source>Use a keyring or a vault to keep them.</source>
        <translation>Nehmen Sie einen Schlüsselbund oder Tresor, um sie aufzubewahren.</translation>
    </message>
    <message>
        <source>{free_bytes} free.</source>
        <translation>{free_bytes} frei.</translation>
    </message>
    <message>
        <source>Only {free_bytes} free.</source>
        <translation>Nur {free_bytes} frei.</translation>
    </message>
    <message>
        <source>Make room: sealed copies wait there until the service has them.</source>
        <translation>Schaffen Sie Platz: Versiegelte Kopien warten dort, bis der Dienst sie hat.</translation>
    </message>
    <message>
        <source>The disk under Genoseal&apos;s folder is encrypted.</source>
        <translation>Die Festplatte unter dem Ordner von Genoseal ist verschlüsselt.</translation>
    </message>
    <message>
        <source>The disk under Genoseal&apos;s folder is not encrypted.</source>
        <translation>Die Festplatte unter dem Ordner von Genoseal ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>This system does not say whether the disk is encrypted.</source>
        <translation>Dieses System sagt nicht, ob die Festplatte verschlüsselt ist.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer.</source>
        <translation>Fragen Sie, wer diesen Computer betreut.</translation>
    </message>
    <message>
        <source>The screen locks itself.</source>
        <translation>Der Bildschirm sperrt sich selbst.</translation>
    </message>
    <message>
        <source>The screen does not lock itself.</source>
        <translation>Der Bildschirm sperrt sich nicht selbst.</translation>
    </message>
    <message>
        <source>Switch it on in the desktop&apos;s settings.</source>
        <translation>Schalten Sie das in den Einstellungen des Desktops ein.</translation>
    </message>
    <message>
        <source>This system does not say whether the screen locks itself.</source>
        <translation>Dieses System sagt nicht, ob sich der Bildschirm selbst sperrt.</translation>
    </message>
    <message>
        <source>The one in the settings is used.</source>
        <translation>Der aus den Einstellungen wird benutzt.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keiner.</translation>
    </message>
    <message>
        <source>The environment names one; Genoseal uses only the one in its settings.</source>
        <translation>Die Umgebung nennt einen; Genoseal benutzt nur den aus seinen Einstellungen.</translation>
    </message>
    <message>
        <source>If you need it: “genoseal proxy http://host:port”.</source>
        <translation>If you need it: “genoseal proxy http://host:port”.</translation>
    </message>
    <message>
        <source>{seconds} s behind the service&apos;s.</source>
        <translation>{seconds} s hinter der des Dienstes.</translation>
    </message>
    <message>
        <source>{seconds} s ahead of the service&apos;s.</source>
        <translation>{seconds} s vor der des Dienstes.</translation>
    </message>
    <message>
        <source>None is installed.</source>
        <translation>Keines ist installiert.</translation>
    </message>
    <message>
        <source>Switch it on, or ask IT to: BitLocker, FileVault or LUKS. Genoseal encrypts only what it keeps.</source>
        <translation>Schalten Sie sie ein, oder bitten Sie die IT darum: BitLocker, FileVault oder LUKS. Genoseal verschlüsselt nur, was es selbst aufbewahrt.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer whether its disk is encrypted.</source>
        <translation>Fragen Sie, wer diesen Computer betreut, ob seine Festplatte verschlüsselt ist.</translation>
    </message>
    <message>
        <source>Run “genoseal profile install”; files can be prepared without one.</source>
        <translation>Run “genoseal profile install”; files can be prepared without one.</translation>
    </message>
    <message>
        <source>Serial {serial} ({environment}), signed by {fingerprint}, valid until {not_after}.</source>
        <translation>Nummer {serial} ({environment}), unterschrieben von {fingerprint}, gültig bis {not_after}.</translation>
    </message>
    <message>
        <source>Serial {serial} ({environment}) ends soon: {not_after}.</source>
        <translation>Nummer {serial} ({environment}) endet bald: {not_after}.</translation>
    </message>
    <message>
        <source>It is renewed through the service; else ask your institution.</source>
        <translation>Es wird über den Dienst erneuert; sonst fragen Sie Ihre Einrichtung.</translation>
    </message>
    <message>
        <source>The service itself, by its key ({tls_version}). Nothing in between.</source>
        <translation>Der Dienst selbst, erkannt an seinem Schlüssel ({tls_version}). Nichts dazwischen.</translation>
    </message>
    <message>
        <source>Something else than the service: its certificate is from “{issuer}” ({tls_version}).</source>
        <translation>Etwas anderes als der Dienst: Das Zertifikat ist von „{issuer}“ ({tls_version}).</translation>
    </message>
    <message>
        <source>A virus scanner or proxy opens connections. IT must except the service&apos;s address.</source>
        <translation>Ein Virenscanner oder Proxy öffnet Verbindungen. Die IT muss die Adresse des Dienstes ausnehmen.</translation>
    </message>
    <message>
        <source>Answers; keeps jobs {retention_days} days; notices: {notices}.</source>
        <translation>Antwortet; behält Aufträge {retention_days} Tage; Hinweise: {notices}.</translation>
    </message>
    <message>
        <source>The service says it is “{environment}”, the profile says something else.</source>
        <translation>Der Dienst sagt, er sei „{environment}“; das Profil sagt etwas anderes.</translation>
    </message>
    <message>
        <source>Send nothing and call your institution&apos;s helpdesk.</source>
        <translation>Senden Sie nichts und rufen Sie den Helpdesk Ihrer Einrichtung an.</translation>
    </message>
    <message>
        <source>Right: {seconds} s off the service&apos;s.</source>
        <translation>Geht richtig: {seconds} s neben der des Dienstes.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock to automatic time, or six-digit codes will fail.</source>
        <translation>Stellen Sie die Uhr dieses Computers auf automatisch, sonst scheitern sechsstellige Codes.</translation>
    </message>
    <message>
        <source>Nothing in it yet.</source>
        <translation>Noch nichts darin.</translation>
    </message>
    <message>
        <source>Unchanged. Lines: {lines}.</source>
        <translation>Unverändert. Zeilen: {lines}.</translation>
    </message>
    <message>
        <source>Nothing of it was prepared and nothing left this computer.</source>
        <translation>Nichts davon wurde vorbereitet, und nichts verließ diesen Computer.</translation>
    </message>
    <message>
        <source>Copy it again from where it was made, and compare the sizes.</source>
        <translation>Kopieren Sie sie noch einmal von dort, wo sie entstand, und vergleichen Sie die Größen.</translation>
    </message>
    <message>
        <source>The input needs you.</source>
        <translation>An der Eingabe ist etwas zu ändern.</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was kept.</source>
        <translation>Nichts wurde gesendet, und nichts wurde behalten.</translation>
    </message>
    <message>
        <source>“genoseal inspect” shows what to change.</source>
        <translation>“genoseal inspect” shows what to change.</translation>
    </message>
    <message>
        <source>Something in the files has to be changed first ({count}).</source>
        <translation>In den Dateien ist erst etwas zu ändern ({count}).</translation>
    </message>
    <message>
        <source>Nothing was prepared and nothing left this computer.</source>
        <translation>Nichts wurde vorbereitet, und nichts verließ diesen Computer.</translation>
    </message>
    <message>
        <source>Each line marked “stops” says what to do.</source>
        <translation>Jede Zeile mit „hält an“ sagt, was zu tun ist.</translation>
    </message>
    <message>
        <source>The file is there but cannot be read.</source>
        <translation>Die Datei ist da, aber nicht lesbar.</translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk is connected.</source>
        <translation>Prüfen Sie, dass Sie sie lesen dürfen und ihre Festplatte verbunden ist.</translation>
    </message>
    <message>
        <source>This is not a second person&apos;s approval, or it is damaged.</source>
        <translation>Dies ist keine Freigabe durch eine zweite Person, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>“genoseal approve” makes one, from the report of a preparation.</source>
        <translation>„genoseal approve“ macht eine aus dem Bericht einer Vorbereitung.</translation>
    </message>
    <message>
        <source>What was approved was prepared under another {what}.</source>
        <translation>Was freigegeben wurde, ist unter anderer {what} vorbereitet worden.</translation>
    </message>
    <message>
        <source>Nothing was sent: only what the second person saw may leave.</source>
        <translation>Nichts wurde gesendet: Nur was die zweite Person gesehen hat, darf hinaus.</translation>
    </message>
    <message>
        <source>Send with the --policy and --map of that preparation, or have it approved anew.</source>
        <translation>Senden Sie mit --policy und --map jener Vorbereitung, oder lassen Sie neu freigeben.</translation>
    </message>
    <message>
        <source>The approval is by the person who sends.</source>
        <translation>Die Freigabe stammt von der Person, die sendet.</translation>
    </message>
    <message>
        <source>Nothing was sent: the policy wants two people.</source>
        <translation>Nichts wurde gesendet: Die Regeln verlangen zwei Personen.</translation>
    </message>
    <message>
        <source>Ask somebody else to read the report and approve it.</source>
        <translation>Bitten Sie jemand anderen, den Bericht zu lesen und freizugeben.</translation>
    </message>
    <message>
        <source>This is not the report of a preparation, or it is damaged.</source>
        <translation>Dies ist kein Bericht einer Vorbereitung, oder er ist beschädigt.</translation>
    </message>
    <message>
        <source>Name report.json, or the folder that “genoseal prepare” wrote.</source>
        <translation>Nennen Sie report.json oder den Ordner, den „genoseal prepare“ geschrieben hat.</translation>
    </message>
    <message>
        <source>{file} is missing beside the report, or is not the file it describes.</source>
        <translation>{file} fehlt neben dem Bericht oder ist nicht die Datei, die er beschreibt.</translation>
    </message>
    <message>
        <source>Keep prepared files and reports together, or prepare again.</source>
        <translation>Halten Sie vorbereitete Dateien und Berichte zusammen, oder bereiten Sie neu vor.</translation>
    </message>
    <message>
        <source>The site list is gone, or it has changed since the files were queued.</source>
        <translation>Die Stellenliste ist fort oder hat sich geändert, seit die Dateien eingereiht wurden.</translation>
    </message>
    <message>
        <source>The submission keeps its place; nothing more was prepared.</source>
        <translation>Die Einsendung behält ihren Platz; es wurde nichts weiter vorbereitet.</translation>
    </message>
    <message>
        <source>Put the list back as it was and resume, or cancel and send again.</source>
        <translation>Legen Sie die Liste zurück, wie sie war, und fahren Sie fort, oder brechen Sie ab und senden Sie neu.</translation>
    </message>
    <message>
        <source>This is not a pseudonym map, or it is damaged.</source>
        <translation>Das ist keine Pseudonymtabelle, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>No names were put back.</source>
        <translation>Keine Namen wurden zurückgesetzt.</translation>
    </message>
    <message>
        <source>Maps lie in Genoseal&apos;s folder, under maps/; an export must be imported first.</source>
        <translation>Tabellen liegen im Ordner von Genoseal unter maps/; eine Sicherung muss erst zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Nothing was sealed or opened.</source>
        <translation>Nichts wurde versiegelt oder geöffnet.</translation>
    </message>
    <message>
        <source>This is not a backup of a pseudonym map, or it is damaged.</source>
        <translation>Das ist keine Sicherung einer Pseudonymtabelle, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>No map was brought over.</source>
        <translation>Keine Tabelle wurde herübergeholt.</translation>
    </message>
    <message>
        <source>Use the file that “genoseal map export” wrote.</source>
        <translation>Use the file that “genoseal map export” wrote.</translation>
    </message>
    <message>
        <source>The file is damaged or is not VCF.</source>
        <translation>Die Datei ist beschädigt oder keine VCF.</translation>
    </message>
    <message>
        <source>Nothing of it was prepared.</source>
        <translation>Nichts davon wurde vorbereitet.</translation>
    </message>
    <message>
        <source>Make or copy the file again.</source>
        <translation>Erzeugen oder kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The second check did not agree with the first.</source>
        <translation>Die zweite Prüfung stimmte nicht mit der ersten überein.</translation>
    </message>
    <message>
        <source>What was prepared is thrown away; nothing readable was ever sent.</source>
        <translation>Das Vorbereitete ist verworfen; nie wurde etwas Lesbares gesendet.</translation>
    </message>
    <message>
        <source>Please report it with the code: this should never happen.</source>
        <translation>Bitte melden Sie es mit dem Code: Das dürfte nie geschehen.</translation>
    </message>
    <message>
        <source>The second check did not agree with the first ({check}).</source>
        <translation>Die zweite Prüfung stimmte nicht mit der ersten überein ({check}).</translation>
    </message>
    <message>
        <source>The file changed while it was being read.</source>
        <translation>Die Datei hat sich beim Lesen geändert.</translation>
    </message>
    <message>
        <source>Wait until whatever writes to it has finished, then try again.</source>
        <translation>Warten Sie, bis fertig ist, was in sie schreibt, und versuchen Sie es dann.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This is not a VCF or BCF file.</source>
        <translation>Das ist keine VCF- oder BCF-Datei.</translation>
    </message>
    <message>
        <source>Name the VCF itself (.vcf, .vcf.gz or .bcf).</source>
        <translation>Wählen Sie die VCF selbst (.vcf, .vcf.gz oder .bcf).</translation>
    </message>
    <message>
        <source>Something stands before the VCF&apos;s header, which begins in line {line}.</source>
        <translation>Vor dem Kopf der VCF, der in Zeile {line} beginnt, steht etwas.</translation>
    </message>
    <message>
        <source>Take away what stands before it, such as a blank line or what a program said while it wrote.</source>
        <translation>Entfernen Sie, was davor steht, etwa eine leere Zeile oder Meldungen des Programms, das die Datei schrieb.</translation>
    </message>
    <message>
        <source>The file&apos;s text is in UTF-16, as some programs on Windows save it.</source>
        <translation>Der Text der Datei ist UTF-16, wie manche Programme unter Windows ihn speichern.</translation>
    </message>
    <message>
        <source>Save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE &gt; NEW.vcf</source>
        <translation>Speichern Sie ihn als UTF-8: iconv -f UTF-16 -t UTF-8 DATEI &gt; NEU.vcf</translation>
    </message>
    <message>
        <source>The file is packed as {kind}, which is not read.</source>
        <translation>Die Datei ist als {kind} gepackt; das wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Unpack it first; plain text, gzip, BGZF and BCF are fine.</source>
        <translation>Packen Sie sie erst aus; reiner Text, gzip, BGZF und BCF gehen.</translation>
    </message>
    <message>
        <source>This is an early BCF, version {version}; only 2.2 is read.</source>
        <translation>Dies ist ein frühes BCF, Version {version}; gelesen wird nur 2.2.</translation>
    </message>
    <message>
        <source>bcftools does not read it either: have the program that wrote it write .vcf.gz.</source>
        <translation>Auch bcftools liest es nicht: Lassen Sie das Programm, das es geschrieben hat, .vcf.gz schreiben.</translation>
    </message>
    <message>
        <source>The end of the file is missing: it was cut short.</source>
        <translation>Das Ende der Datei fehlt: Sie wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>The file is damaged (near byte {offset}).</source>
        <translation>Die Datei ist beschädigt (nahe Byte {offset}).</translation>
    </message>
    <message>
        <source>Something lies behind the end of the file (at byte {offset}).</source>
        <translation>Hinter dem Ende der Datei liegt etwas (bei Byte {offset}).</translation>
    </message>
    <message>
        <source>Nobody can say what it is, so nothing was prepared.</source>
        <translation>Niemand kann sagen, was es ist, deshalb wurde nichts vorbereitet.</translation>
    </message>
    <message>
        <source>Several compressed files were joined as they were: one ends at byte {offset}.</source>
        <translation>Mehrere gepackte Dateien wurden so, wie sie waren, aneinandergehängt: Eine endet bei Byte {offset}.</translation>
    </message>
    <message>
        <source>Join the files themselves: bcftools concat --naive -o NEW.vcf.gz FILES</source>
        <translation>Verbinden Sie die Dateien selbst: bcftools concat --naive -o NEU.vcf.gz DATEIEN</translation>
    </message>
    <message>
        <source>The file has no usable #CHROM line (line {line}).</source>
        <translation>Die Datei hat keine brauchbare #CHROM-Zeile (Zeile {line}).</translation>
    </message>
    <message>
        <source>Make the file again with its header. Its last line is #CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO, FORMAT and the samples, with a tab and no blank between them.</source>
        <translation>Erzeugen Sie die Datei noch einmal mit ihrem Kopf. Dessen letzte Zeile ist #CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO, FORMAT und die Proben, mit einem Tabulator und keinem Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>The header is longer than {limit} bytes.</source>
        <translation>Der Kopf ist länger als {limit} Byte.</translation>
    </message>
    <message>
        <source>Check whether this is really a VCF; if so, shorten its header.</source>
        <translation>Prüfen Sie, ob das wirklich eine VCF ist; dann kürzen Sie den Kopf.</translation>
    </message>
    <message>
        <source>Line {line} is longer than {limit} bytes.</source>
        <translation>Zeile {line} ist länger als {limit} Byte.</translation>
    </message>
    <message>
        <source>Check whether this is really a VCF; a damaged file can look like one long line.</source>
        <translation>Prüfen Sie, ob das wirklich eine VCF ist; eine beschädigte Datei kann wie eine lange Zeile aussehen.</translation>
    </message>
    <message>
        <source>This is BCF, and the part that reads it is missing on this computer.</source>
        <translation>Das ist BCF, und der Teil, der es liest, fehlt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Convert it first: bcftools view --no-version -Oz -o file.vcf.gz file.bcf</source>
        <translation>Convert it first: bcftools view --no-version -Oz -o file.vcf.gz file.bcf</translation>
    </message>
    <message>
        <source>Two columns of this BCF have the same sample name.</source>
        <translation>Zwei Spalten dieser BCF haben denselben Probennamen.</translation>
    </message>
    <message>
        <source>Make it again from its VCF with a name for each; no program reads it like this.</source>
        <translation>Erzeugen Sie sie neu aus ihrer VCF, mit einem Namen für jede; so liest sie kein Programm.</translation>
    </message>
    <message>
        <source>A sample of this BCF has no name.</source>
        <translation>Eine Probe dieser BCF hat keinen Namen.</translation>
    </message>
    <message>
        <source>Something in the file has to be changed first ({blocking}).</source>
        <translation>In der Datei ist erst etwas zu ändern ({blocking}).</translation>
    </message>
    <message>
        <source>Nothing was kept and nothing readable left this computer.</source>
        <translation>Nichts wurde behalten, und nichts Lesbares verließ diesen Computer.</translation>
    </message>
    <message>
        <source>“genoseal inspect” lists every place and says what to do.</source>
        <translation>“genoseal inspect” lists every place and says what to do.</translation>
    </message>
    <message>
        <source>How this job&apos;s files were prepared is not kept here.</source>
        <translation>Wie die Dateien dieses Auftrags vorbereitet wurden, ist hier nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Job and results are as they were; only the report cannot be made again.</source>
        <translation>Auftrag und Ergebnisse sind unverändert; nur der Bericht lässt sich nicht noch einmal erstellen.</translation>
    </message>
    <message>
        <source>Make it on the computer that sent the files, if it is another one.</source>
        <translation>Erstellen Sie ihn auf dem Computer, der die Dateien gesendet hat, falls es ein anderer ist.</translation>
    </message>
    <message>
        <source>Use another copy, or the export you keep as a backup.</source>
        <translation>Nehmen Sie eine andere Kopie oder die Sicherung, die Sie haben.</translation>
    </message>
    <message>
        <source>Two copies of this map were used apart from each other and disagree now.</source>
        <translation>Zwei Kopien dieser Tabelle wurden getrennt benutzt und widersprechen sich jetzt.</translation>
    </message>
    <message>
        <source>Nothing was replaced: each copy still restores the results of its own jobs.</source>
        <translation>Nichts wurde ersetzt: Jede Kopie stellt weiter die Ergebnisse ihrer eigenen Aufträge her.</translation>
    </message>
    <message>
        <source>Go on with the copy that is kept here, or let a new map be made without --map.</source>
        <translation>Go on with the copy that is kept here, or let a new map be made without --map.</translation>
    </message>
    <message>
        <source>The file&apos;s ids are not this map&apos;s ({missing} missing, {unknown} unknown).</source>
        <translation>Die Kennungen der Datei sind nicht die dieser Tabelle ({missing} fehlen, {unknown} unbekannt).</translation>
    </message>
    <message>
        <source>A line of it has more or fewer columns than its header.</source>
        <translation>Eine Zeile darin hat mehr oder weniger Spalten als der Kopf.</translation>
    </message>
    <message>
        <source>A name holds a sign that separates values in this table, such as a blank or a quotation mark.</source>
        <translation>Ein Name enthält ein Zeichen, das in dieser Datei Werte trennt, etwa ein Leerzeichen oder ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>No names were put back, so that no value slips into another column.</source>
        <translation>Keine Namen wurden zurückgesetzt, damit kein Wert in eine andere Spalte rutscht.</translation>
    </message>
    <message>
        <source>Use the table under its pseudonyms; “genoseal map find” shows which of them is whose.</source>
        <translation>Verwenden Sie die Datei mit ihren Pseudonymen; „genoseal map find“ zeigt, welches zu wem gehört.</translation>
    </message>
    <message>
        <source>This is neither VCF or BCF nor text, so no names can be put back into it.</source>
        <translation>Das ist weder VCF oder BCF noch Text; es können keine Namen zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>Leave it out. An index (.tbi, .csi) does not fit the file with names: make a new one (bcftools index).</source>
        <translation>Lassen Sie sie weg. Ein Index (.tbi, .csi) passt nicht zur Datei mit Namen: Legen Sie einen neuen an (bcftools index).</translation>
    </message>
    <message>
        <source>No names were put back, so that nobody gets another person&apos;s genotypes.</source>
        <translation>Keine Namen wurden zurückgesetzt, damit niemand die Genotypen eines anderen bekommt.</translation>
    </message>
    <message>
        <source>Use the map of the job that these results belong to. Ids that a program changed on the way (a family or a number added; plink&apos;s doubled ids are known) have to be changed back first.</source>
        <translation>Nehmen Sie die Tabelle des Auftrags, zu dem diese Ergebnisse gehören. Kennungen, die ein Programm unterwegs geändert hat (eine Familie oder Nummer angefügt; die doppelten Kennungen von plink sind bekannt), müssen zuerst zurückgeändert werden.</translation>
    </message>
    <message>
        <source>Blank lines</source>
        <translation>Leere Zeilen</translation>
    </message>
    <message>
        <source>A header among the records</source>
        <translation>Ein Kopf zwischen den Zeilen</translation>
    </message>
    <message>
        <source>Wrong number of columns</source>
        <translation>Falsche Zahl von Spalten</translation>
    </message>
    <message>
        <source>Positions that are no numbers</source>
        <translation>Positionen, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>Positions outside the chromosome</source>
        <translation>Positionen außerhalb des Chromosoms</translation>
    </message>
    <message>
        <source>Not sorted by position</source>
        <translation>Nicht nach Position sortiert</translation>
    </message>
    <message>
        <source>Chromosomes mixed up</source>
        <translation>Chromosomen durcheinander</translation>
    </message>
    <message>
        <source>Records without genotypes</source>
        <translation>Zeilen ohne Genotypen</translation>
    </message>
    <message>
        <source>Genotypes that cannot be read</source>
        <translation>Nicht lesbare Genotypen</translation>
    </message>
    <message>
        <source>Genotypes of alleles that are not there</source>
        <translation>Genotypen von Allelen, die es nicht gibt</translation>
    </message>
    <message>
        <source>Wrong number of alleles in a genotype</source>
        <translation>Falsche Zahl von Allelen in einem Genotyp</translation>
    </message>
    <message>
        <source>Mixed ploidy on X</source>
        <translation>Gemischte Ploidie auf X</translation>
    </message>
    <message>
        <source>No samples</source>
        <translation>Keine Proben</translation>
    </message>
    <message>
        <source>A sample without a name</source>
        <translation>Eine Probe ohne Namen</translation>
    </message>
    <message>
        <source>The same sample name twice</source>
        <translation>Derselbe Probenname zweimal</translation>
    </message>
    <message>
        <source>Too few samples</source>
        <translation>Zu wenige Proben</translation>
    </message>
    <message>
        <source>Too many samples</source>
        <translation>Zu viele Proben</translation>
    </message>
    <message>
        <source>Other samples than in the first file</source>
        <translation>Andere Proben als in der ersten Datei</translation>
    </message>
    <message>
        <source>Samples in another order than in the first file</source>
        <translation>Proben in anderer Reihenfolge als in der ersten Datei</translation>
    </message>
    <message>
        <source>The same chromosome in two files</source>
        <translation>Dasselbe Chromosom in zwei Dateien</translation>
    </message>
    <message>
        <source>Two genome builds in the header</source>
        <translation>Zwei Genom-Builds im Kopf</translation>
    </message>
    <message>
        <source>Genome build unknown</source>
        <translation>Genom-Build unbekannt</translation>
    </message>
    <message>
        <source>Another genome build than given</source>
        <translation>Anderer Genom-Build als angegeben</translation>
    </message>
    <message>
        <source>Neither hg19 nor hg38</source>
        <translation>Weder hg19 noch hg38</translation>
    </message>
    <message>
        <source>Positions fit the other genome build</source>
        <translation>Positionen passen zum anderen Genom-Build</translation>
    </message>
    <message>
        <source>Positions fit hg19</source>
        <translation>Positionen passen zu hg19</translation>
    </message>
    <message>
        <source>Positions fit hg38</source>
        <translation>Positionen passen zu hg38</translation>
    </message>
    <message>
        <source>Other alleles than on the site list</source>
        <translation>Andere Allele als auf der Stellenliste</translation>
    </message>
    <message>
        <source>Sites whose strand cannot be told</source>
        <translation>Stellen, deren Strang nicht zu erkennen ist</translation>
    </message>
    <message>
        <source>Other allele frequencies than on the site list</source>
        <translation>Andere Allelfrequenzen als auf der Stellenliste</translation>
    </message>
    <message>
        <source>Most sites are not on the site list</source>
        <translation>Die meisten Stellen stehen nicht auf der Stellenliste</translation>
    </message>
    <message>
        <source>Too few sites on the site list</source>
        <translation>Zu wenige Stellen auf der Stellenliste</translation>
    </message>
    <message>
        <source>REF and ALT the other way round</source>
        <translation>REF und ALT vertauscht</translation>
    </message>
    <message>
        <source>Many sites on the other strand</source>
        <translation>Viele Stellen auf dem anderen Strang</translation>
    </message>
    <message>
        <source>Sites on the other strand</source>
        <translation>Stellen auf dem anderen Strang</translation>
    </message>
    <message>
        <source>No records</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>No record would be left</source>
        <translation>Keine Zeile bliebe übrig</translation>
    </message>
    <message>
        <source>No part passes the service&apos;s quality control</source>
        <translation>Kein Teil besteht die Qualitätskontrolle des Dienstes</translation>
    </message>
    <message>
        <source>Chromosome spelled differently</source>
        <translation>Chromosom anders geschrieben</translation>
    </message>
    <message>
        <source>Several chromosomes in one file</source>
        <translation>Mehrere Chromosomen in einer Datei</translation>
    </message>
    <message>
        <source>Chromosomes that are not sent</source>
        <translation>Chromosomen, die nicht gesendet werden</translation>
    </message>
    <message>
        <source>A chromosome without a record left</source>
        <translation>Ein Chromosom, von dem kein Datensatz bleibt</translation>
    </message>
    <message>
        <source>The parts that X and Y share</source>
        <translation>Die gemeinsamen Teile von X und Y</translation>
    </message>
    <message>
        <source>Contigs that are no chromosome</source>
        <translation>Contigs, die keine Chromosomen sind</translation>
    </message>
    <message>
        <source>A gVCF</source>
        <translation>Eine gVCF</translation>
    </message>
    <message>
        <source>A field that the file does not have</source>
        <translation>Ein Feld, das die Datei nicht hat</translation>
    </message>
    <message>
        <source>VCF version</source>
        <translation>VCF-Version</translation>
    </message>
    <message>
        <source>Header not in UTF-8</source>
        <translation>Kopf nicht in UTF-8</translation>
    </message>
    <message>
        <source>A byte order mark before the header</source>
        <translation>Eine Byte-Order-Mark vor dem Kopf</translation>
    </message>
    <message>
        <source>Keys in FORMAT that are none, or there twice</source>
        <translation>Schlüssel in FORMAT, die keine sind oder doppelt stehen</translation>
    </message>
    <message>
        <source>Half-known genotypes</source>
        <translation>Halb bekannte Genotypen</translation>
    </message>
    <message>
        <source>Samples whose genotypes on X are lost</source>
        <translation>Proben, deren Genotypen auf X verloren gehen</translation>
    </message>
    <message>
        <source>Little free space</source>
        <translation>Wenig freier Platz</translation>
    </message>
    <message>
        <source>Ids that look like people&apos;s numbers</source>
        <translation>Kennungen, die wie Nummern von Personen aussehen</translation>
    </message>
    <message>
        <source>Samples with one allele on X, written as half calls</source>
        <translation>Proben mit einem Allel auf X, als halbe Aufrufe geschrieben</translation>
    </message>
    <message>
        <source>Not what was approved</source>
        <translation>Nicht das, was freigegeben wurde</translation>
    </message>
    <message>
        <source>Lower-case alleles</source>
        <translation>Kleingeschriebene Allele</translation>
    </message>
    <message>
        <source>Values that cannot be read</source>
        <translation>Nicht lesbare Werte</translation>
    </message>
    <message>
        <source>IDs that do not leave</source>
        <translation>IDs, die nicht hinausgehen</translation>
    </message>
    <message>
        <source>Files of different builds</source>
        <translation>Dateien verschiedener Builds</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Sites with many missing genotypes</source>
        <translation>Stellen mit vielen fehlenden Genotypen</translation>
    </message>
    <message>
        <source>Samples with many missing genotypes in a window</source>
        <translation>Proben mit vielen fehlenden Genotypen in einem Fenster</translation>
    </message>
    <message>
        <source>Windows with too few sites</source>
        <translation>Fenster mit zu wenigen Stellen</translation>
    </message>
    <message>
        <source>Windows with too few sites of the site list</source>
        <translation>Fenster mit zu wenigen Stellen der Stellenliste</translation>
    </message>
    <message>
        <source>Too many sites in a window</source>
        <translation>Zu viele Stellen in einem Fenster</translation>
    </message>
    <message>
        <source>File too large for the service</source>
        <translation>Datei zu groß für den Dienst</translation>
    </message>
    <message>
        <source>Records that did not pass their filter</source>
        <translation>Zeilen, die ihren Filter nicht bestanden</translation>
    </message>
    <message>
        <source>Records without an alternate allele</source>
        <translation>Zeilen ohne alternatives Allel</translation>
    </message>
    <message>
        <source>Symbolic alleles and breakends</source>
        <translation>Symbolische Allele und Bruchenden</translation>
    </message>
    <message>
        <source>Records with several alternate alleles</source>
        <translation>Zeilen mit mehreren alternativen Allelen</translation>
    </message>
    <message>
        <source>Alleles with other letters than A, C, G, T</source>
        <translation>Allele mit anderen Buchstaben als A, C, G, T</translation>
    </message>
    <message>
        <source>Insertions and deletions</source>
        <translation>Insertionen und Deletionen</translation>
    </message>
    <message>
        <source>Changes of several bases at once</source>
        <translation>Änderungen mehrerer Basen zugleich</translation>
    </message>
    <message>
        <source>Records with two equal alleles</source>
        <translation>Zeilen mit zwei gleichen Allelen</translation>
    </message>
    <message>
        <source>Regions that the policy leaves out</source>
        <translation>Bereiche, die die Richtlinie auslässt</translation>
    </message>
    <message>
        <source>Sites that are not on the list</source>
        <translation>Stellen, die nicht auf der Liste stehen</translation>
    </message>
    <message>
        <source>The same site twice</source>
        <translation>Dieselbe Stelle zweimal</translation>
    </message>
    <message>
        <source>Sites that nobody varies at</source>
        <translation>Stellen, an denen niemand variiert</translation>
    </message>
    <message>
        <source>Rare alleles</source>
        <translation>Seltene Allele</translation>
    </message>
    <message>
        <source>Two ploidies at a bound of PAR</source>
        <translation>Zwei Ploidien an einer Grenze der PAR</translation>
    </message>
    <message>
        <source>Sample names</source>
        <translation>Probennamen</translation>
    </message>
    <message>
        <source>National identity numbers</source>
        <translation>Nationale Identitätsnummern</translation>
    </message>
    <message>
        <source>Names of persons</source>
        <translation>Namen von Personen</translation>
    </message>
    <message>
        <source>Dates of birth</source>
        <translation>Geburtsdaten</translation>
    </message>
    <message>
        <source>Medical record numbers</source>
        <translation>Krankenaktennummern</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>E-Mail-Adressen</translation>
    </message>
    <message>
        <source>Telephone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>Passwords and access keys</source>
        <translation>Passwörter und Zugangsschlüssel</translation>
    </message>
    <message>
        <source>Paths and file names</source>
        <translation>Pfade und Dateinamen</translation>
    </message>
    <message>
        <source>Names of computers</source>
        <translation>Namen von Computern</translation>
    </message>
    <message>
        <source>Licence strings</source>
        <translation>Lizenztexte</translation>
    </message>
    <message>
        <source>Command lines</source>
        <translation>Befehlszeilen</translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>Daten und Zeiten</translation>
    </message>
    <message>
        <source>Array and flow cell barcodes</source>
        <translation>Barcodes von Arrays und Flowcells</translation>
    </message>
    <message>
        <source>The file&apos;s name</source>
        <translation>Der Name der Datei</translation>
    </message>
    <message>
        <source>It was not installed, and nothing is sent under it.</source>
        <translation>Es wurde nicht installiert, und nichts wird darunter gesendet.</translation>
    </message>
    <message>
        <source>Ask your institution for its current profile and the .minisig file beside it.</source>
        <translation>Bitten Sie Ihre Einrichtung um ihr aktuelles Profil und die .minisig-Datei daneben.</translation>
    </message>
    <message>
        <source>Nothing is sent. Results, restoring names and deleting work as always.</source>
        <translation>Nichts wird gesendet. Ergebnisse, Namen und Löschen gehen wie immer.</translation>
    </message>
    <message>
        <source>The transfer keeps its place; nothing else was changed.</source>
        <translation>Die Übertragung behält ihren Platz; sonst wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The log is left exactly as it was found: {complete_until} lines are proven.</source>
        <translation>Das Protokoll bleibt genau, wie es gefunden wurde: {complete_until} Zeilen sind belegt.</translation>
    </message>
    <message>
        <source>Keep a copy of it and tell your institution&apos;s data protection officer.</source>
        <translation>Behalten Sie eine Kopie und informieren Sie den Datenschutzbeauftragten Ihrer Einrichtung.</translation>
    </message>
    <message>
        <source>No institution&apos;s profile is installed.</source>
        <translation>Kein Profil einer Einrichtung ist installiert.</translation>
    </message>
    <message>
        <source>Genoseal does not know a service to speak to, so it spoke to none.</source>
        <translation>Genoseal kennt keinen Dienst, mit dem es sprechen könnte, und sprach daher mit keinem.</translation>
    </message>
    <message>
        <source>Run “genoseal profile install FILE --key-fingerprint XXXX-XXXX-XXXX-XXXX” with what your institution gave you. To try everything without one: “genoseal demo”.</source>
        <translation>Run “genoseal profile install FILE --key-fingerprint XXXX-XXXX-XXXX-XXXX” with what your institution gave you. To try everything without one: “genoseal demo”.</translation>
    </message>
    <message>
        <source>The profile or its signature is missing or cannot be read ({which}).</source>
        <translation>Das Profil oder seine Signatur fehlt oder ist nicht lesbar ({which}).</translation>
    </message>
    <message>
        <source>Put the .minisig file beside the profile; both come from your institution.</source>
        <translation>Legen Sie die .minisig-Datei neben das Profil; beide kommen von Ihrer Einrichtung.</translation>
    </message>
    <message>
        <source>The key fingerprint is not four groups of four letters and digits.</source>
        <translation>Der Fingerabdruck besteht nicht aus vier Gruppen zu vier Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Type it as on your institution&apos;s sheet: XXXX-XXXX-XXXX-XXXX (A to Z, 2 to 7).</source>
        <translation>Geben Sie ihn wie auf dem Blatt Ihrer Einrichtung ein: XXXX-XXXX-XXXX-XXXX (A bis Z, 2 bis 7).</translation>
    </message>
    <message>
        <source>The profile is good but could not be stored ({reason}).</source>
        <translation>Das Profil ist gut, ließ sich aber nicht speichern ({reason}).</translation>
    </message>
    <message>
        <source>The profile you had, if any, still counts.</source>
        <translation>Das Profil, das Sie hatten, gilt weiter.</translation>
    </message>
    <message>
        <source>The profile cannot be read ({reason}).</source>
        <translation>Das Profil ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <source>The signature file is not one.</source>
        <translation>Die Signaturdatei ist keine.</translation>
    </message>
    <message>
        <source>The profile is signed, but “{field}” is not what it may be ({reason}).</source>
        <translation>Das Profil ist unterschrieben, aber „{field}“ ist nicht, was es sein darf ({reason}).</translation>
    </message>
    <message>
        <source>Tell your institution; its profile needs a correction.</source>
        <translation>Sagen Sie es Ihrer Einrichtung; das Profil braucht eine Korrektur.</translation>
    </message>
    <message>
        <source>The profile is made for a newer version of Genoseal (schema {schema}).</source>
        <translation>Das Profil ist für eine neuere Version von Genoseal (Schema {schema}).</translation>
    </message>
    <message>
        <source>The profile cannot be trusted.</source>
        <translation>Dem Profil ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>The profile or its signature was changed after signing.</source>
        <translation>Das Profil oder seine Signatur wurde nach dem Unterschreiben geändert.</translation>
    </message>
    <message>
        <source>The profile is signed by another key than the one you typed or trust already.</source>
        <translation>Das Profil ist mit einem anderen Schlüssel unterschrieben als dem, den Sie eingegeben haben oder dem Sie schon vertrauen.</translation>
    </message>
    <message>
        <source>It may be forged. It was not installed.</source>
        <translation>Es kann gefälscht sein. Es wurde nicht installiert.</translation>
    </message>
    <message>
        <source>Compare with the fingerprint on paper or on your institution&apos;s own page.</source>
        <translation>Vergleichen Sie mit dem Fingerabdruck auf Papier oder auf der eigenen Seite Ihrer Einrichtung.</translation>
    </message>
    <message>
        <source>The signature is real, but was made for something else ({field}).</source>
        <translation>Die Signatur ist echt, gilt aber etwas anderem ({field}).</translation>
    </message>
    <message>
        <source>This profile is not newer than the one installed ({serial}, {installed_serial}).</source>
        <translation>Dieses Profil ist nicht neuer als das installierte ({serial}, {installed_serial}).</translation>
    </message>
    <message>
        <source>The installed profile still counts.</source>
        <translation>Das installierte Profil gilt weiter.</translation>
    </message>
    <message>
        <source>Nothing needs to be done; ask for a newer one if you were told to.</source>
        <translation>Es ist nichts zu tun; bitten Sie um ein neueres, wenn man es Ihnen gesagt hat.</translation>
    </message>
    <message>
        <source>The record of the key this profile was trusted with is gone.</source>
        <translation>Die Aufzeichnung des Schlüssels, mit dem diesem Profil vertraut wurde, ist fort.</translation>
    </message>
    <message>
        <source>Install the profile again and type its fingerprint.</source>
        <translation>Installieren Sie das Profil noch einmal und geben Sie seinen Fingerabdruck ein.</translation>
    </message>
    <message>
        <source>The profile has run out ({not_after}).</source>
        <translation>Das Profil ist abgelaufen ({not_after}).</translation>
    </message>
    <message>
        <source>Ask your institution for its current profile, and check this computer&apos;s date.</source>
        <translation>Bitten Sie Ihre Einrichtung um das aktuelle Profil und prüfen Sie das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>The profile is valid for longer than the {max_days} days a profile may be.</source>
        <translation>Das Profil gilt länger als die {max_days} Tage, die ein Profil gelten darf.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date; if it is right, tell your institution.</source>
        <translation>Prüfen Sie das Datum dieses Computers; stimmt es, sagen Sie es Ihrer Einrichtung.</translation>
    </message>
    <message>
        <source>The system&apos;s {which} lies where others than the administrator can write ({reason}).</source>
        <translation>Das {which} des Systems liegt, wo andere als der Administrator schreiben können ({reason}).</translation>
    </message>
    <message>
        <source>There are {count} system profiles and nothing decides between them.</source>
        <translation>Es gibt {count} Systemprofile, und nichts entscheidet zwischen ihnen.</translation>
    </message>
    <message>
        <source>This computer&apos;s profile is set by your institution.</source>
        <translation>Das Profil dieses Computers hat Ihre Einrichtung festgelegt.</translation>
    </message>
    <message>
        <source>A profile of your own is not installed beside it.</source>
        <translation>Ein eigenes Profil wird nicht daneben installiert.</translation>
    </message>
    <message>
        <source>The policy file of this computer sets what it may not set ({setting}, {reason}).</source>
        <translation>Die Richtliniendatei dieses Computers setzt, was sie nicht darf ({setting}, {reason}).</translation>
    </message>
    <message>
        <source>Your institution wants version {minimum} or later; this is {installed}.</source>
        <translation>Ihre Einrichtung verlangt Version {minimum} oder neuer; dies ist {installed}.</translation>
    </message>
    <message>
        <source>A signature is refused.</source>
        <translation>Eine Signatur wird abgelehnt.</translation>
    </message>
    <message>
        <source>A signature or key is not in minisign&apos;s form.</source>
        <translation>Eine Signatur oder ein Schlüssel hat nicht die Form von minisign.</translation>
    </message>
    <message>
        <source>The signature is of an old kind that is not accepted.</source>
        <translation>Die Signatur ist von einer alten Art, die nicht gilt.</translation>
    </message>
    <message>
        <source>Tell your institution to sign with a current minisign (prehashed).</source>
        <translation>Bitten Sie Ihre Einrichtung, mit einem aktuellen minisign (prehashed) zu unterschreiben.</translation>
    </message>
    <message>
        <source>The signature was made by another key than the one you trust.</source>
        <translation>Die Signatur stammt von einem anderen Schlüssel als dem, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>The file was changed after signing.</source>
        <translation>Die Datei wurde nach dem Unterschreiben geändert.</translation>
    </message>
    <message>
        <source>The comment inside the signature was changed after signing.</source>
        <translation>Der Kommentar in der Signatur wurde nach dem Unterschreiben geändert.</translation>
    </message>
    <message>
        <source>Another Genoseal (process {driver_pid}) is sending already.</source>
        <translation>Ein anderes Genoseal (Prozess {driver_pid}) sendet schon.</translation>
    </message>
    <message>
        <source>What you asked for is queued, and that one takes it up.</source>
        <translation>Ihr Wunsch ist eingereiht, und jenes nimmt ihn auf.</translation>
    </message>
    <message>
        <source>“genoseal outbox” shows how far it is.</source>
        <translation>“genoseal outbox” shows how far it is.</translation>
    </message>
    <message>
        <source>The outbox was written by a newer version of Genoseal.</source>
        <translation>Der Postausgang wurde von einer neueren Version von Genoseal geschrieben.</translation>
    </message>
    <message>
        <source>No transfer has that id.</source>
        <translation>Keine Übertragung hat diese Kennung.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“genoseal outbox” shows the ids.</source>
        <translation>“genoseal outbox” shows the ids.</translation>
    </message>
    <message>
        <source>This transfer is {state} and cannot be stopped any more.</source>
        <translation>Diese Übertragung ist {state} und nicht mehr aufzuhalten.</translation>
    </message>
    <message>
        <source>The service may have the job already.</source>
        <translation>Der Dienst hat den Auftrag vielleicht schon.</translation>
    </message>
    <message>
        <source>Cancel or delete the job itself: “genoseal jobs cancel”, “genoseal delete”.</source>
        <translation>Cancel or delete the job itself: “genoseal jobs cancel”, “genoseal delete”.</translation>
    </message>
    <message>
        <source>This transfer was queued for another service than the installed profile&apos;s.</source>
        <translation>Diese Übertragung wurde für einen anderen Dienst eingereiht als den des installierten Profils.</translation>
    </message>
    <message>
        <source>Nothing of it goes anywhere else.</source>
        <translation>Nichts davon geht woandershin.</translation>
    </message>
    <message>
        <source>Install the profile it was made under, or cancel it and send again.</source>
        <translation>Installieren Sie das Profil, unter dem sie entstand, oder brechen Sie ab und senden noch einmal.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>No file was given, or the policy leaves out every chromosome in them.</source>
        <translation>Keine Datei wurde angegeben, oder die Richtlinie lässt jedes Chromosom darin aus.</translation>
    </message>
    <message>
        <source>“genoseal inspect” shows what is in the files.</source>
        <translation>“genoseal inspect” shows what is in the files.</translation>
    </message>
    <message>
        <source>File {file_number} of this submission is gone or cannot be read.</source>
        <translation>Datei {file_number} dieser Einsendung ist fort oder nicht lesbar.</translation>
    </message>
    <message>
        <source>Put it back and run “genoseal resume”, or cancel the transfer.</source>
        <translation>Put it back and run “genoseal resume”, or cancel the transfer.</translation>
    </message>
    <message>
        <source>File {file_number} was changed after it was queued.</source>
        <translation>Datei {file_number} wurde nach dem Einreihen geändert.</translation>
    </message>
    <message>
        <source>Your consent was for the file as it was, so the submission is withdrawn.</source>
        <translation>Ihre Einwilligung galt der Datei, wie sie war, deshalb wird die Einsendung zurückgezogen.</translation>
    </message>
    <message>
        <source>Send it again as it is now.</source>
        <translation>Senden Sie sie noch einmal, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>There is no room on the disk for the sealed copy.</source>
        <translation>Auf der Festplatte ist kein Platz für die versiegelte Kopie.</translation>
    </message>
    <message>
        <source>Make room ({free_bytes} were free when it stopped), then run “genoseal resume”.</source>
        <translation>Make room ({free_bytes} were free when it stopped), then run “genoseal resume”.</translation>
    </message>
    <message>
        <source>The outbox folder cannot be written or read (system error {errno}).</source>
        <translation>Der Ordner des Postausgangs lässt sich nicht schreiben oder lesen (Systemfehler {errno}).</translation>
    </message>
    <message>
        <source>Check the disk and who may write to Genoseal&apos;s folder.</source>
        <translation>Prüfen Sie die Festplatte und wer in den Ordner von Genoseal schreiben darf.</translation>
    </message>
    <message>
        <source>The record of this transfer is damaged.</source>
        <translation>Die Aufzeichnung dieser Übertragung ist beschädigt.</translation>
    </message>
    <message>
        <source>It is set aside; the others go on.</source>
        <translation>Sie ist beiseitegelegt; die anderen gehen weiter.</translation>
    </message>
    <message>
        <source>Cancel it and send the files again.</source>
        <translation>Brechen Sie sie ab und senden Sie die Dateien noch einmal.</translation>
    </message>
    <message>
        <source>The outbox&apos;s ledger cannot be read any more.</source>
        <translation>Das Hauptbuch des Postausgangs ist nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>It is left where it is, untouched. Nothing readable was sent.</source>
        <translation>Es liegt unberührt, wo es ist. Nichts Lesbares wurde gesendet.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or move the outbox folder away and send again.</source>
        <translation>Stellen Sie es aus einer Sicherung wieder her oder verschieben Sie den Ordner des Postausgangs und senden noch einmal.</translation>
    </message>
    <message>
        <source>The process that prepares and sends ended {times} times without getting further.</source>
        <translation>Der Prozess, der vorbereitet und sendet, endete {times} Mal, ohne weiterzukommen.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then run “genoseal resume”.</source>
        <translation>Close other programs to free memory, then run “genoseal resume”.</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>Es gibt schon eine Datei dieses Namens.</translation>
    </message>
    <message>
        <source>Choose another name, or add --force to replace it.</source>
        <translation>Choose another name, or add --force to replace it.</translation>
    </message>
    <message>
        <source>The activity log cannot be read or written ({reason}).</source>
        <translation>Das Aktivitätsprotokoll ist nicht les- oder schreibbar ({reason}).</translation>
    </message>
    <message>
        <source>What may not happen without a log line did not happen.</source>
        <translation>Was ohne Protokollzeile nicht geschehen darf, ist nicht geschehen.</translation>
    </message>
    <message>
        <source>The activity log was written by a newer version of Genoseal.</source>
        <translation>Das Aktivitätsprotokoll wurde von einer neueren Version von Genoseal geschrieben.</translation>
    </message>
    <message>
        <source>The activity log is not what was written.</source>
        <translation>Das Aktivitätsprotokoll ist nicht, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>Line {line} of the activity log was changed.</source>
        <translation>Zeile {line} des Aktivitätsprotokolls wurde geändert.</translation>
    </message>
    <message>
        <source>Lines before line {line} of the activity log were removed.</source>
        <translation>Zeilen vor Zeile {line} des Aktivitätsprotokolls wurden entfernt.</translation>
    </message>
    <message>
        <source>The lines of the activity log were put into another order (at line {line}).</source>
        <translation>Die Zeilen des Aktivitätsprotokolls wurden umgestellt (bei Zeile {line}).</translation>
    </message>
    <message>
        <source>The end of the activity log is missing.</source>
        <translation>Das Ende des Aktivitätsprotokolls fehlt.</translation>
    </message>
    <message>
        <source>The activity log was written anew from some line on.</source>
        <translation>Das Aktivitätsprotokoll wurde ab einer Zeile neu geschrieben.</translation>
    </message>
    <message>
        <source>The job has no results: it is {state}.</source>
        <translation>Der Auftrag hat keine Ergebnisse: Er ist {state}.</translation>
    </message>
    <message>
        <source>Nothing was downloaded.</source>
        <translation>Nichts wurde geholt.</translation>
    </message>
    <message>
        <source>“genoseal jobs” shows the service&apos;s messages.</source>
        <translation>“genoseal jobs” shows the service&apos;s messages.</translation>
    </message>
    <message>
        <source>A receipt, certificate or key could not be stored ({reason}).</source>
        <translation>Eine Quittung, Bescheinigung oder ein Schlüssel ließ sich nicht speichern ({reason}).</translation>
    </message>
    <message>
        <source>What the service has done stays done.</source>
        <translation>Was der Dienst getan hat, bleibt getan.</translation>
    </message>
    <message>
        <source>Make room on the disk, then give the command again.</source>
        <translation>Schaffen Sie Platz auf der Festplatte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A stored {which} cannot be read any more.</source>
        <translation>Ein gespeichertes {which} ist nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>Restore Genoseal&apos;s folder from a backup.</source>
        <translation>Stellen Sie den Ordner von Genoseal aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>A stored record was written by a newer version of Genoseal.</source>
        <translation>Eine gespeicherte Aufzeichnung wurde von einer neueren Version von Genoseal geschrieben.</translation>
    </message>
    <message>
        <source>This computer does not hold the key for this job&apos;s results.</source>
        <translation>Dieser Computer hat den Schlüssel zu den Ergebnissen dieses Auftrags nicht.</translation>
    </message>
    <message>
        <source>They are sealed to a key made where the job was sent.</source>
        <translation>Sie sind für einen Schlüssel versiegelt, der dort entstand, wo der Auftrag gesendet wurde.</translation>
    </message>
    <message>
        <source>Bring it over with “genoseal keys export” there and “genoseal keys import” here.</source>
        <translation>Bring it over with “genoseal keys export” there and “genoseal keys import” here.</translation>
    </message>
    <message>
        <source>This is not a backup of result keys, or it is damaged.</source>
        <translation>Das ist keine Sicherung von Ergebnisschlüsseln, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>No key was brought over.</source>
        <translation>Kein Schlüssel wurde herübergeholt.</translation>
    </message>
    <message>
        <source>Use the file that “genoseal keys export” wrote.</source>
        <translation>Use the file that “genoseal keys export” wrote.</translation>
    </message>
    <message>
        <source>A result would become larger than it may ({limit}: {max_bytes}).</source>
        <translation>Ein Ergebnis würde größer, als es darf ({limit}: {max_bytes}).</translation>
    </message>
    <message>
        <source>It was not written, so that it cannot fill your disk.</source>
        <translation>Es wurde nicht geschrieben, damit es Ihre Festplatte nicht füllt.</translation>
    </message>
    <message>
        <source>Tell your institution&apos;s helpdesk the code.</source>
        <translation>Nennen Sie dem Helpdesk Ihrer Einrichtung den Code.</translation>
    </message>
    <message>
        <source>A result of that name lies there already.</source>
        <translation>Ein Ergebnis dieses Namens liegt schon dort.</translation>
    </message>
    <message>
        <source>Choose another folder, or add --force to replace it.</source>
        <translation>Choose another folder, or add --force to replace it.</translation>
    </message>
    <message>
        <source>The folder for the results cannot be used ({reason}).</source>
        <translation>Der Ordner für die Ergebnisse ist nicht brauchbar ({reason}).</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to, and not a link.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen, und keinen Link.</translation>
    </message>
    <message>
        <source>What was half written is removed; the results that are there are whole.</source>
        <translation>Das halb Geschriebene ist entfernt; die Ergebnisse, die dort liegen, sind ganz.</translation>
    </message>
    <message>
        <source>Make room and try again, and it goes on there; or choose another disk.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut, dann geht es dort weiter; oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>The job has no result of that name.</source>
        <translation>Der Auftrag hat kein Ergebnis dieses Namens.</translation>
    </message>
    <message>
        <source>Nothing was fetched.</source>
        <translation>Nichts wurde geholt.</translation>
    </message>
    <message>
        <source>“genoseal jobs --job” shows what its results are called.</source>
        <translation>„genoseal jobs --job“ zeigt, wie seine Ergebnisse heißen.</translation>
    </message>
    <message>
        <source>The results carry other pseudonyms than this job&apos;s map.</source>
        <translation>Die Ergebnisse tragen andere Pseudonyme als die Tabelle dieses Auftrags.</translation>
    </message>
    <message>
        <source>Fetch them with --keep-pseudonyms, and tell the helpdesk the code.</source>
        <translation>Fetch them with --keep-pseudonyms, and tell the helpdesk the code.</translation>
    </message>
    <message>
        <source>The process that opens results ended without an answer.</source>
        <translation>Der Prozess, der Ergebnisse öffnet, endete ohne Antwort.</translation>
    </message>
    <message>
        <source>Close other programs to free memory and try again.</source>
        <translation>Schließen Sie andere Programme, um Speicher freizumachen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The result opened, but its names could not be put back ({reason}).</source>
        <translation>Das Ergebnis ließ sich öffnen, aber seine Namen nicht zurücksetzen ({reason}).</translation>
    </message>
    <message>
        <source>Nothing of it was written; all other results were fetched.</source>
        <translation>Davon wurde nichts geschrieben; alle anderen Ergebnisse wurden geholt.</translation>
    </message>
    <message>
        <source>Fetch it with --name and --keep-pseudonyms, and tell the helpdesk the code.</source>
        <translation>Holen Sie es mit --name und --keep-pseudonyms, und nennen Sie dem Helpdesk den Code.</translation>
    </message>
    <message>
        <source>There is no such certificate file, or it cannot be read.</source>
        <translation>Es gibt keine solche Bescheinigungsdatei, oder sie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Nothing was verified.</source>
        <translation>Nichts wurde geprüft.</translation>
    </message>
    <message>
        <source>Certificates lie in Genoseal&apos;s folder, under certificates/.</source>
        <translation>Bescheinigungen liegen im Ordner von Genoseal unter certificates/.</translation>
    </message>
    <message>
        <source>This is not a deletion certificate, or it is damaged.</source>
        <translation>Das ist keine Löschbescheinigung, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>It proves nothing.</source>
        <translation>Sie beweist nichts.</translation>
    </message>
    <message>
        <source>Use the copy in Genoseal&apos;s folder, under certificates/.</source>
        <translation>Nehmen Sie die Kopie im Ordner von Genoseal unter certificates/.</translation>
    </message>
    <message>
        <source>What was fetched so far is kept, sealed.</source>
        <translation>Was bisher geholt wurde, ist versiegelt aufbewahrt.</translation>
    </message>
    <message>
        <source>Give the command again: the download goes on where it stopped.</source>
        <translation>Versuchen Sie es noch einmal: Das Abholen geht dort weiter, wo es stehen blieb.</translation>
    </message>
    <message>
        <source>No output was left behind.</source>
        <translation>Keine Ausgabe blieb zurück.</translation>
    </message>
    <message>
        <source>Get another copy from whoever made it.</source>
        <translation>Holen Sie eine andere Kopie von dem, der sie gemacht hat.</translation>
    </message>
    <message>
        <source>The sealed file cannot be read.</source>
        <translation>Die versiegelte Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This is not a sealed file.</source>
        <translation>Das ist keine versiegelte Datei.</translation>
    </message>
    <message>
        <source>Check the name. A copy made in text mode is damaged from the start: copy it again.</source>
        <translation>Prüfen Sie den Namen. Eine im Textmodus gemachte Kopie ist von Anfang an beschädigt: Kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This file was sealed by a newer version (format {version}).</source>
        <translation>Diese Datei wurde von einer neueren Version versiegelt (Format {version}).</translation>
    </message>
    <message>
        <source>This file was not sealed for the key you gave.</source>
        <translation>Diese Datei wurde nicht für den angegebenen Schlüssel versiegelt.</translation>
    </message>
    <message>
        <source>It can be opened with {recipients} other key(s). No output was left behind.</source>
        <translation>Sie lässt sich mit {recipients} anderen Schlüsseln öffnen. Keine Ausgabe blieb zurück.</translation>
    </message>
    <message>
        <source>Use the matching private key, or ask for the file to be sealed to yours.</source>
        <translation>Nehmen Sie den passenden privaten Schlüssel oder bitten Sie darum, die Datei für Ihren zu versiegeln.</translation>
    </message>
    <message>
        <source>The beginning of the sealed file was changed or is damaged.</source>
        <translation>Der Anfang der versiegelten Datei wurde geändert oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The sealed file was changed, cut short or added to.</source>
        <translation>Die versiegelte Datei wurde geändert, gekürzt oder verlängert.</translation>
    </message>
    <message>
        <source>Something that Genoseal keeps on this computer does not open any more.</source>
        <translation>Etwas, das Genoseal auf diesem Computer aufbewahrt, lässt sich nicht mehr öffnen.</translation>
    </message>
    <message>
        <source>It was changed, or belongs to another vault. Nothing was overwritten.</source>
        <translation>Es wurde geändert oder gehört zu einem anderen Tresor. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Restore Genoseal&apos;s folder together with its keyring or vault from one backup.</source>
        <translation>Stellen Sie den Ordner von Genoseal zusammen mit Schlüsselbund oder Tresor aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Something that Genoseal keeps here was written by a newer version.</source>
        <translation>Etwas, das Genoseal hier aufbewahrt, wurde von einer neueren Version geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was overwritten.</source>
        <translation>Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>The file that should open with a passphrase is damaged.</source>
        <translation>Die Datei, die sich mit einer Passphrase öffnen sollte, ist beschädigt.</translation>
    </message>
    <message>
        <source>The passphrase was not even tried.</source>
        <translation>Die Passphrase wurde gar nicht erst probiert.</translation>
    </message>
    <message>
        <source>Use another copy of the file.</source>
        <translation>Nehmen Sie eine andere Kopie der Datei.</translation>
    </message>
    <message>
        <source>The file asks for more memory than a passphrase may cost.</source>
        <translation>Die Datei verlangt mehr Speicher, als eine Passphrase kosten darf.</translation>
    </message>
    <message>
        <source>It was not made by Genoseal; the passphrase was not tried.</source>
        <translation>Sie stammt nicht von Genoseal; die Passphrase wurde nicht probiert.</translation>
    </message>
    <message>
        <source>The service gave another number of bytes than it signed for.</source>
        <translation>Der Dienst gab eine andere Zahl von Bytes, als er unterschrieben hat.</translation>
    </message>
    <message>
        <source>The download was thrown away and nothing was opened.</source>
        <translation>Das Geholte ist verworfen, und nichts wurde geöffnet.</translation>
    </message>
    <message>
        <source>Try again. If it stays, tell the helpdesk the code.</source>
        <translation>Versuchen Sie es noch einmal. Bleibt es so, nennen Sie dem Helpdesk den Code.</translation>
    </message>
    <message>
        <source>The bytes that came are not those the service signed for.</source>
        <translation>Die Bytes, die kamen, sind nicht die, die der Dienst unterschrieben hat.</translation>
    </message>
    <message>
        <source>The results do not open with this job&apos;s key ({reason}).</source>
        <translation>Die Ergebnisse öffnen sich nicht mit dem Schlüssel dieses Auftrags ({reason}).</translation>
    </message>
    <message>
        <source>They are the bytes the service signed; nothing was written.</source>
        <translation>Es sind die Bytes, die der Dienst unterschrieb; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Tell the helpdesk the code: the service sealed them for another key.</source>
        <translation>Nennen Sie dem Helpdesk den Code: Der Dienst hat sie für einen anderen Schlüssel versiegelt.</translation>
    </message>
    <message>
        <source>Nothing of yours was sent there.</source>
        <translation>Nichts von Ihnen wurde dorthin gesendet.</translation>
    </message>
    <message>
        <source>Try again later; “genoseal resume” goes on where it stopped.</source>
        <translation>Try again later; “genoseal resume” goes on where it stopped.</translation>
    </message>
    <message>
        <source>Do not go on. Call your institution&apos;s helpdesk and tell them the code.</source>
        <translation>Machen Sie nicht weiter. Rufen Sie den Helpdesk Ihrer Einrichtung an und nennen Sie den Code.</translation>
    </message>
    <message>
        <source>What it says does not count, and nothing was changed because of it.</source>
        <translation>Was er sagt, zählt nicht, und nichts wurde deswegen geändert.</translation>
    </message>
    <message>
        <source>The service cannot be used at the moment.</source>
        <translation>Der Dienst ist im Augenblick nicht benutzbar.</translation>
    </message>
    <message>
        <source>The service cannot be reached ({reason}).</source>
        <translation>Der Dienst ist nicht erreichbar ({reason}).</translation>
    </message>
    <message>
        <source>Check the network, then try again; “genoseal doctor” looks at it in detail.</source>
        <translation>Check the network, then try again; “genoseal doctor” looks at it in detail.</translation>
    </message>
    <message>
        <source>The service&apos;s name is not known on this network.</source>
        <translation>Der Name des Dienstes ist in diesem Netz nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the network connection, or whether you need a proxy or VPN.</source>
        <translation>Prüfen Sie die Netzverbindung oder ob Sie einen Proxy oder VPN brauchen.</translation>
    </message>
    <message>
        <source>Nobody answers at the service&apos;s address.</source>
        <translation>Unter der Adresse des Dienstes antwortet niemand.</translation>
    </message>
    <message>
        <source>The service may be down. Try again later; “genoseal resume” goes on.</source>
        <translation>The service may be down. Try again later; “genoseal resume” goes on.</translation>
    </message>
    <message>
        <source>The service took too long to answer.</source>
        <translation>Der Dienst hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <source>No connection to the service came about in time.</source>
        <translation>Es kam nicht rechtzeitig eine Verbindung zum Dienst zustande.</translation>
    </message>
    <message>
        <source>The connection stood still: the service took nothing any more.</source>
        <translation>Die Verbindung stand still: Der Dienst nahm nichts mehr an.</translation>
    </message>
    <message>
        <source>The connection is too slow: hardly anything of the answer came.</source>
        <translation>Die Verbindung ist zu langsam: Von der Antwort kam kaum etwas an.</translation>
    </message>
    <message>
        <source>The service is busy and asks to wait.</source>
        <translation>Der Dienst ist beschäftigt und bittet zu warten.</translation>
    </message>
    <message>
        <source>Wait {retry_after_s}, then try again; “genoseal resume” goes on.</source>
        <translation>Warten Sie {retry_after_s} und versuchen Sie es dann; „genoseal resume“ macht weiter.</translation>
    </message>
    <message>
        <source>Something failed inside the service (HTTP {status}).</source>
        <translation>Im Dienst ist etwas fehlgeschlagen (HTTP {status}).</translation>
    </message>
    <message>
        <source>The service answered in a way that Genoseal does not understand ({reason}).</source>
        <translation>Der Dienst antwortete auf eine Weise, die Genoseal nicht versteht ({reason}).</translation>
    </message>
    <message>
        <source>Update Genoseal. If it stays, tell your institution&apos;s helpdesk the code.</source>
        <translation>Aktualisieren Sie Genoseal. Bleibt es so, nennen Sie dem Helpdesk Ihrer Einrichtung den Code.</translation>
    </message>
    <message>
        <source>Something in between answered with a web page instead of the service.</source>
        <translation>Etwas dazwischen antwortete mit einer Webseite statt des Dienstes.</translation>
    </message>
    <message>
        <source>Open a browser and sign in to the guest network, or use another network.</source>
        <translation>Öffnen Sie einen Browser und melden Sie sich am Gastnetz an oder nehmen Sie ein anderes Netz.</translation>
    </message>
    <message>
        <source>The proxy does not let Genoseal through (HTTP {status}).</source>
        <translation>Der Proxy lässt Genoseal nicht durch (HTTP {status}).</translation>
    </message>
    <message>
        <source>Ask your IT department to allow the service&apos;s address.</source>
        <translation>Bitten Sie Ihre IT, die Adresse des Dienstes zu erlauben.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password, or refused yours.</source>
        <translation>Der Proxy will Benutzernamen und Passwort oder hat Ihre abgelehnt.</translation>
    </message>
    <message>
        <source>Ask your IT department for the sign-in, then give it: “genoseal proxy --user …”.</source>
        <translation>Ask your IT department for the sign-in, then give it: “genoseal proxy --user …”.</translation>
    </message>
    <message>
        <source>The service is in another state than expected ({problem}).</source>
        <translation>Der Dienst ist in einem anderen Zustand als erwartet ({problem}).</translation>
    </message>
    <message>
        <source>Look at “genoseal jobs” and “genoseal outbox”, then try again.</source>
        <translation>Look at “genoseal jobs” and “genoseal outbox”, then try again.</translation>
    </message>
    <message>
        <source>The service does not take anything this large.</source>
        <translation>Der Dienst nimmt nichts so Großes.</translation>
    </message>
    <message>
        <source>The file was not sent.</source>
        <translation>Die Datei wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Send one chromosome per file, or ask the helpdesk about the limits.</source>
        <translation>Senden Sie ein Chromosom je Datei oder fragen Sie den Helpdesk nach den Grenzen.</translation>
    </message>
    <message>
        <source>The service does not take this request (HTTP {status}, {problem}).</source>
        <translation>Der Dienst nimmt diese Anfrage nicht an (HTTP {status}, {problem}).</translation>
    </message>
    <message>
        <source>Asking again will not help. Tell your institution&apos;s helpdesk the code.</source>
        <translation>Noch einmal fragen hilft nicht. Nennen Sie dem Helpdesk Ihrer Einrichtung den Code.</translation>
    </message>
    <message>
        <source>A piece arrived damaged, and the service threw it away.</source>
        <translation>Ein Stück kam beschädigt an, und der Dienst hat es verworfen.</translation>
    </message>
    <message>
        <source>Run “genoseal resume”: the piece is sent again.</source>
        <translation>Run “genoseal resume”: the piece is sent again.</translation>
    </message>
    <message>
        <source>The service no longer has the part that was sent.</source>
        <translation>Der Dienst hat den gesendeten Teil nicht mehr.</translation>
    </message>
    <message>
        <source>The sealed file is still here, unchanged.</source>
        <translation>Die versiegelte Datei ist noch hier, unverändert.</translation>
    </message>
    <message>
        <source>Run “genoseal resume”: the same bytes are sent again from the start.</source>
        <translation>Run “genoseal resume”: the same bytes are sent again from the start.</translation>
    </message>
    <message>
        <source>The upload does not come forward and was stopped ({reason}).</source>
        <translation>Das Hochladen kommt nicht voran und wurde angehalten ({reason}).</translation>
    </message>
    <message>
        <source>Try again from another network, or tell the helpdesk the code.</source>
        <translation>Versuchen Sie es aus einem anderen Netz oder nennen Sie dem Helpdesk den Code.</translation>
    </message>
    <message>
        <source>Another Genoseal process keeps the activity log busy.</source>
        <translation>Ein anderer Genoseal-Prozess hält das Aktivitätsprotokoll beschäftigt.</translation>
    </message>
    <message>
        <source>Nothing was done that would have to be logged.</source>
        <translation>Nichts wurde getan, das zu protokollieren wäre.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The job is still {state}; there are no results yet.</source>
        <translation>Der Auftrag ist noch {state}; es gibt noch keine Ergebnisse.</translation>
    </message>
    <message>
        <source>Try again later. “genoseal jobs” shows how far it is.</source>
        <translation>Try again later. “genoseal jobs” shows how far it is.</translation>
    </message>
    <message>
        <source>The job had finished already; there was nothing left to stop.</source>
        <translation>Der Auftrag war schon fertig; es gab nichts mehr anzuhalten.</translation>
    </message>
    <message>
        <source>Nothing was changed. What came of it is at the service until its days are over.</source>
        <translation>Nichts wurde geändert. Was herauskam, liegt beim Dienst, bis seine Tage um sind.</translation>
    </message>
    <message>
        <source>“genoseal jobs” shows how it ended; “genoseal delete JOB” deletes it there.</source>
        <translation>„genoseal jobs“ zeigt, wie er ausging; „genoseal delete JOB“ löscht ihn dort.</translation>
    </message>
    <message>
        <source>The job is not deleted; there is no certificate yet.</source>
        <translation>Der Auftrag ist nicht gelöscht; es gibt noch kein Zertifikat.</translation>
    </message>
    <message>
        <source>What the service has of it is still there.</source>
        <translation>Was der Dienst davon hat, ist noch dort.</translation>
    </message>
    <message>
        <source>Delete the job, or wait until the service does when its days are over.</source>
        <translation>Löschen Sie den Auftrag, oder warten Sie, bis der Dienst es nach Ablauf der Tage tut.</translation>
    </message>
    <message>
        <source>The other side is not the service that your institution&apos;s profile names.</source>
        <translation>Die Gegenseite ist nicht der Dienst, den das Profil Ihrer Einrichtung nennt.</translation>
    </message>
    <message>
        <source>The server&apos;s key is not one that your institution&apos;s profile names.</source>
        <translation>Der Schlüssel des Servers ist keiner, den das Profil Ihrer Einrichtung nennt.</translation>
    </message>
    <message>
        <source>Something in between may be reading along, or the service changed its key. Nothing was sent.</source>
        <translation>Etwas dazwischen liest vielleicht mit, oder der Dienst hat den Schlüssel gewechselt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Do not go on. Ask the helpdesk for a new profile, and tell them the key shown: {presented_pin}</source>
        <translation>Machen Sie nicht weiter. Bitten Sie den Helpdesk um ein neues Profil und nennen Sie den gezeigten Schlüssel: {presented_pin}</translation>
    </message>
    <message>
        <source>No safe connection came about ({reason}).</source>
        <translation>Es kam keine sichere Verbindung zustande ({reason}).</translation>
    </message>
    <message>
        <source>Run “genoseal doctor”; it says whether something in between opens connections.</source>
        <translation>Run “genoseal doctor”; it says whether something in between opens connections.</translation>
    </message>
    <message>
        <source>The server does not speak TLS 1.3.</source>
        <translation>Der Server spricht kein TLS 1.3.</translation>
    </message>
    <message>
        <source>Something in between may be old. Run “genoseal doctor”, then call the helpdesk.</source>
        <translation>Something in between may be old. Run “genoseal doctor”, then call the helpdesk.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate comes from an authority that the profile does not name.</source>
        <translation>Das Zertifikat des Servers kommt von einer Stelle, die das Profil nicht nennt.</translation>
    </message>
    <message>
        <source>A virus scanner or proxy may open connections here. Run “genoseal doctor”, then call the helpdesk.</source>
        <translation>A virus scanner or proxy may open connections here. Run “genoseal doctor”, then call the helpdesk.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has run out.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time; if they are right, call the helpdesk.</source>
        <translation>Prüfen Sie Datum und Uhrzeit dieses Computers; stimmen sie, rufen Sie den Helpdesk an.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet.</source>
        <translation>Das Zertifikat des Servers gilt noch nicht.</translation>
    </message>
    <message>
        <source>The answer points to another place (HTTP {status}); that is never followed.</source>
        <translation>Die Antwort zeigt woandershin (HTTP {status}); dem wird nie gefolgt.</translation>
    </message>
    <message>
        <source>The service pointed to another server than the profile&apos;s.</source>
        <translation>Der Dienst zeigte auf einen anderen Server als den des Profils.</translation>
    </message>
    <message>
        <source>The receipt is not signed by a key that the profile names.</source>
        <translation>Die Quittung ist nicht mit einem Schlüssel unterschrieben, den das Profil nennt.</translation>
    </message>
    <message>
        <source>Nothing counts as submitted.</source>
        <translation>Nichts gilt als eingesandt.</translation>
    </message>
    <message>
        <source>The receipt is signed, but for something else than what was sent ({field}).</source>
        <translation>Die Quittung ist unterschrieben, aber für etwas anderes als das Gesendete ({field}).</translation>
    </message>
    <message>
        <source>The list of results is not signed by a key that the profile names.</source>
        <translation>Die Ergebnisliste ist nicht mit einem Schlüssel unterschrieben, den das Profil nennt.</translation>
    </message>
    <message>
        <source>The list of results is signed, but not for this job ({field}).</source>
        <translation>Die Ergebnisliste ist unterschrieben, aber nicht für diesen Auftrag ({field}).</translation>
    </message>
    <message>
        <source>The certificate is not signed by a deletion key that the profile names.</source>
        <translation>Die Bescheinigung ist nicht mit einem Löschschlüssel unterschrieben, den das Profil nennt.</translation>
    </message>
    <message>
        <source>It does not show that anything was deleted.</source>
        <translation>Sie zeigt nicht, dass etwas gelöscht wurde.</translation>
    </message>
    <message>
        <source>The certificate is signed, but not for all of this job ({field}).</source>
        <translation>Die Bescheinigung ist unterschrieben, aber nicht für diesen ganzen Auftrag ({field}).</translation>
    </message>
    <message>
        <source>It does not show that everything was deleted.</source>
        <translation>Sie zeigt nicht, dass alles gelöscht wurde.</translation>
    </message>
    <message>
        <source>A signed statement of the service is refused.</source>
        <translation>Eine unterschriebene Erklärung des Dienstes wird abgelehnt.</translation>
    </message>
    <message>
        <source>A statement of the service is not in the form of a signed one.</source>
        <translation>Eine Erklärung des Dienstes hat nicht die Form einer unterschriebenen.</translation>
    </message>
    <message>
        <source>A statement of the service is signed in a way that is not accepted.</source>
        <translation>Eine Erklärung des Dienstes ist auf eine Weise unterschrieben, die nicht gilt.</translation>
    </message>
    <message>
        <source>A statement of the service is signed with a key that the profile does not name.</source>
        <translation>Eine Erklärung des Dienstes ist mit einem Schlüssel unterschrieben, den das Profil nicht nennt.</translation>
    </message>
    <message>
        <source>A statement of the service is signed with a key that was not valid then.</source>
        <translation>Eine Erklärung des Dienstes ist mit einem Schlüssel unterschrieben, der damals nicht galt.</translation>
    </message>
    <message>
        <source>A statement of the service was changed after signing, or never signed.</source>
        <translation>Eine Erklärung des Dienstes wurde nach dem Unterschreiben geändert oder nie unterschrieben.</translation>
    </message>
    <message>
        <source>A signed statement of the service is not well formed.</source>
        <translation>Eine unterschriebene Erklärung des Dienstes ist nicht wohlgeformt.</translation>
    </message>
    <message>
        <source>The signature of a request is refused ({reason}).</source>
        <translation>Die Signatur einer Anfrage wird abgelehnt ({reason}).</translation>
    </message>
    <message>
        <source>The submission&apos;s instructions are refused ({reason}).</source>
        <translation>Die Anweisungen der Einsendung werden abgelehnt ({reason}).</translation>
    </message>
    <message>
        <source>The service is of another environment than the profile says.</source>
        <translation>Der Dienst gehört zu einer anderen Umgebung, als das Profil sagt.</translation>
    </message>
    <message>
        <source>Nothing was sent: practice, test and production must never meet.</source>
        <translation>Nichts wurde gesendet: Übung, Test und Produktion dürfen sich nie treffen.</translation>
    </message>
    <message>
        <source>Quiet hours: nothing is sent until {until}.</source>
        <translation>Ruhezeit: Vor {until} wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing needs to be done; it goes on by itself.</source>
        <translation>Es ist nichts zu tun; es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Nothing was started, and no file of yours is touched.</source>
        <translation>Nichts wurde gestartet, und keine Ihrer Dateien ist angerührt.</translation>
    </message>
    <message>
        <source>This cannot be done as it was asked for.</source>
        <translation>So, wie es verlangt wurde, geht es nicht.</translation>
    </message>
    <message>
        <source>See the command&apos;s --help.</source>
        <translation>See the command&apos;s --help.</translation>
    </message>
    <message>
        <source>The file cannot be prepared as it was asked for.</source>
        <translation>So, wie es verlangt wurde, lässt sich die Datei nicht vorbereiten.</translation>
    </message>
    <message>
        <source>See “genoseal prepare --help”.</source>
        <translation>See “genoseal prepare --help”.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Es gibt keine solche Datei.</translation>
    </message>
    <message>
        <source>Check the spelling and the folder.</source>
        <translation>Prüfen Sie Schreibweise und Ordner.</translation>
    </message>
    <message>
        <source>This is not a file but a folder, a pipe or a device.</source>
        <translation>Das ist keine Datei, sondern ein Ordner, eine Pipe oder ein Gerät.</translation>
    </message>
    <message>
        <source>Name the files themselves, for example folder/*.vcf.gz; save what comes through a pipe.</source>
        <translation>Wählen Sie die Dateien selbst, zum Beispiel folder/*.vcf.gz; speichern Sie, was durch eine Pipe kommt.</translation>
    </message>
    <message>
        <source>Genoseal reads files on this computer only, and this is an address.</source>
        <translation>Genoseal liest nur Dateien auf diesem Computer, und das ist eine Adresse.</translation>
    </message>
    <message>
        <source>Nothing was fetched, and nobody was asked.</source>
        <translation>Nichts wurde geholt, und niemand wurde gefragt.</translation>
    </message>
    <message>
        <source>Download the file by a way you trust, then name it here.</source>
        <translation>Holen Sie die Datei auf einem Weg, dem Sie vertrauen, und wählen Sie sie dann hier.</translation>
    </message>
    <message>
        <source>Choose another place, or add --force to replace it; a folder is never replaced.</source>
        <translation>Choose another place, or add --force to replace it; a folder is never replaced.</translation>
    </message>
    <message>
        <source>Two of these files have the same name, and their outputs would too.</source>
        <translation>Zwei dieser Dateien haben denselben Namen, und ihre Ausgaben hätten ihn auch.</translation>
    </message>
    <message>
        <source>Nothing was written: the second would replace the first.</source>
        <translation>Nichts wurde geschrieben: Die zweite würde die erste ersetzen.</translation>
    </message>
    <message>
        <source>Give them to the command one by one, each with a folder of its own.</source>
        <translation>Geben Sie sie dem Befehl einzeln, jede mit einem eigenen Ordner.</translation>
    </message>
    <message>
        <source>The output would replace a file that this command reads.</source>
        <translation>Die Ausgabe würde eine Datei ersetzen, die gelesen wird.</translation>
    </message>
    <message>
        <source>Nothing was written, and your file is as it was; --force does not change that.</source>
        <translation>Nothing was written, and your file is as it was; --force does not change that.</translation>
    </message>
    <message>
        <source>Choose another name or another folder for the output.</source>
        <translation>Wählen Sie einen anderen Namen oder Ordner für die Ausgabe.</translation>
    </message>
    <message>
        <source>The folder for the output cannot be made or written to.</source>
        <translation>Der Ordner für die Ausgabe lässt sich nicht anlegen oder nicht beschreiben.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>What was half written is removed. Your files are untouched.</source>
        <translation>Halb Geschriebenes ist entfernt. Ihre Dateien sind unberührt.</translation>
    </message>
    <message>
        <source>Make room, or choose another disk, and try again.</source>
        <translation>Schaffen Sie Platz oder wählen Sie eine andere Festplatte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The operating system does not let you read or write there.</source>
        <translation>Das Betriebssystem lässt Sie dort nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>The system lets Genoseal open no more files at a time.</source>
        <translation>Das System lässt Genoseal nicht mehr Dateien gleichzeitig öffnen.</translation>
    </message>
    <message>
        <source>Allow more (in a shell: ulimit -n 1024), or close other programs, and try again.</source>
        <translation>Erlauben Sie mehr (in einer Shell: ulimit -n 1024) oder schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Choose another place, or ask whoever looks after this computer.</source>
        <translation>Wählen Sie einen anderen Ort oder fragen Sie, wer diesen Computer betreut.</translation>
    </message>
    <message>
        <source>A question would have to be asked, and there is no terminal to ask it at.</source>
        <translation>Eine Frage müsste gestellt werden, und es gibt kein Terminal dafür.</translation>
    </message>
    <message>
        <source>Answer it beforehand with {option}.</source>
        <translation>Beantworten Sie sie vorher mit {option}.</translation>
    </message>
    <message>
        <source>Something secret would have to be shown, and there is no terminal to show it at.</source>
        <translation>Etwas Geheimes müsste gezeigt werden, und es gibt kein Terminal dafür.</translation>
    </message>
    <message>
        <source>Name a file to write it to with {option}; only you will be able to read it.</source>
        <translation>Nennen Sie mit {option} eine Datei dafür; nur Sie werden sie lesen können.</translation>
    </message>
    <message>
        <source>No preparation policy has that name.</source>
        <translation>Keine Vorbereitungsrichtlinie heißt so.</translation>
    </message>
    <message>
        <source>Nothing was prepared.</source>
        <translation>Nichts wurde vorbereitet.</translation>
    </message>
    <message>
        <source>Use one of {known}, or the name of a policy file (.toml).</source>
        <translation>Nehmen Sie eine von {known} oder den Namen einer Richtliniendatei (.toml).</translation>
    </message>
    <message>
        <source>No file was written: no chromosome in what was given is one that the policy sends.</source>
        <translation>Keine Datei wurde geschrieben: Kein Chromosom in dem, was angegeben wurde, gehört zu denen, die die Richtlinie sendet.</translation>
    </message>
    <message>
        <source>Give files of chromosomes that the policy sends (called 20, chr20, X …), or ask which policy to use.</source>
        <translation>Geben Sie Dateien mit Chromosomen an, die die Richtlinie sendet (mit Namen wie 20, chr20, X …), oder fragen Sie, welche Richtlinie gilt.</translation>
    </message>
    <message>
        <source>Your institution has fixed the preparation policy to “{policy}”, and the one you chose is looser: {keys}.</source>
        <translation>Ihre Einrichtung hat die Vorbereitungsrichtlinie auf „{policy}“ festgelegt, und die gewählte ist lockerer: {keys}.</translation>
    </message>
    <message>
        <source>Leave --policy out, name a stricter one, or talk to your institution&apos;s helpdesk.</source>
        <translation>Lassen Sie --policy weg, nennen Sie eine strengere, oder sprechen Sie mit dem Helpdesk Ihrer Einrichtung.</translation>
    </message>
    <message>
        <source>No service has that name here.</source>
        <translation>Kein Dienst heißt hier so.</translation>
    </message>
    <message>
        <source>Use one of {known}.</source>
        <translation>Nehmen Sie einen von {known}.</translation>
    </message>
    <message>
        <source>No pseudonym map with that name lies on this computer.</source>
        <translation>Auf diesem Computer liegt keine Pseudonymtabelle dieses Namens.</translation>
    </message>
    <message>
        <source>Without the map the names cannot be put back.</source>
        <translation>Ohne die Tabelle lassen sich die Namen nicht zurücksetzen.</translation>
    </message>
    <message>
        <source>“genoseal map list” shows those here; bring another with “genoseal map export” there and “genoseal map import” here.</source>
        <translation>“genoseal map list” shows those here; bring another with “genoseal map export” there and “genoseal map import” here.</translation>
    </message>
    <message>
        <source>This map was made for another service or project.</source>
        <translation>Diese Tabelle entstand für einen anderen Dienst oder ein anderes Projekt.</translation>
    </message>
    <message>
        <source>Nothing was prepared: the same pseudonyms must not appear in two places.</source>
        <translation>Nichts wurde vorbereitet: Dieselben Pseudonyme dürfen nicht an zwei Orten auftauchen.</translation>
    </message>
    <message>
        <source>Leave --map out, and a new map is made.</source>
        <translation>Leave --map out, and a new map is made.</translation>
    </message>
    <message>
        <source>This map was written by a newer version of Genoseal (schema {schema}).</source>
        <translation>Diese Tabelle wurde von einer neueren Version von Genoseal geschrieben (Schema {schema}).</translation>
    </message>
    <message>
        <source>Line {line} of the list names a sample that the files do not have.</source>
        <translation>Zeile {line} der Liste nennt eine Probe, die die Dateien nicht haben.</translation>
    </message>
    <message>
        <source>Nothing was prepared: mistyped, it would keep somebody who is to be left out.</source>
        <translation>Nichts wurde vorbereitet: Vertippt behielte es jemanden, der auszulassen ist.</translation>
    </message>
    <message>
        <source>Write one name a line, exactly as in the file&apos;s #CHROM line; capitals and spaces count.</source>
        <translation>Schreiben Sie einen Namen je Zeile, genau wie in der #CHROM-Zeile der Datei; Großschreibung und Leerzeichen zählen.</translation>
    </message>
    <message>
        <source>Your account has no workstation of that id.</source>
        <translation>Ihr Konto hat keinen Computer dieser Kennung.</translation>
    </message>
    <message>
        <source>Nothing was cut off.</source>
        <translation>Nichts wurde gesperrt.</translation>
    </message>
    <message>
        <source>“genoseal devices” lists them with their ids.</source>
        <translation>“genoseal devices” lists them with their ids.</translation>
    </message>
    <message>
        <source>Sending needs the consent statement confirmed, and there is no terminal to ask at.</source>
        <translation>Zum Senden muss die Einwilligungserklärung bestätigt sein, und es gibt kein Terminal zum Fragen.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Add --consent REFERENCE and --accept-statement {version}.</source>
        <translation>Add --consent REFERENCE and --accept-statement {version}.</translation>
    </message>
    <message>
        <source>The statement you accepted is not the one that counts today.</source>
        <translation>Die Erklärung, die Sie bestätigt haben, ist nicht die, die heute gilt.</translation>
    </message>
    <message>
        <source>Read version {version} (“genoseal profile show”) and accept that one.</source>
        <translation>Read version {version} (“genoseal profile show”) and accept that one.</translation>
    </message>
    <message>
        <source>A parameter is not of the form key=value.</source>
        <translation>Ein Parameter hat nicht die Form Schlüssel=Wert.</translation>
    </message>
    <message>
        <source>Write it as --param key=value.</source>
        <translation>Write it as --param key=value.</translation>
    </message>
    <message>
        <source>The practice service is not part of this installation.</source>
        <translation>Der Übungsdienst gehört nicht zu dieser Installation.</translation>
    </message>
    <message>
        <source>Your files are untouched. A plain installation listens nowhere and carries no server.</source>
        <translation>Ihre Dateien sind unberührt. Eine einfache Installation lauscht nirgends und enthält keinen Server.</translation>
    </message>
    <message>
        <source>Install Genoseal with it, from a checkout: installers/install-from-wheel --practice</source>
        <translation>Installieren Sie Genoseal damit, aus einem Checkout: installers/install-from-wheel --practice</translation>
    </message>
    <message>
        <source>The window could not be opened on this computer.</source>
        <translation>Das Fenster ließ sich auf diesem Computer nicht öffnen.</translation>
    </message>
    <message>
        <source>All commands work without it.</source>
        <translation>Alle Befehle gehen ohne es.</translation>
    </message>
    <message>
        <source>Install what Qt needs, on Debian: libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0. For the commands see “genoseal --help”.</source>
        <translation>Install what Qt needs, on Debian: libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0. For the commands see “genoseal --help”.</translation>
    </message>
    <message>
        <source>There is no display to open the window on.</source>
        <translation>Es gibt keinen Bildschirm für das Fenster.</translation>
    </message>
    <message>
        <source>Nothing was started. The commands work without a display.</source>
        <translation>Nichts wurde gestartet. Die Befehle gehen ohne Bildschirm.</translation>
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
        <translation>Kein Auftrag hat diese Kennung, und keine beginnt so.</translation>
    </message>
    <message>
        <source>Correct that line. A site list is a VCF, or its lines have CHROM, POS, REF and ALT with tabs (or single blanks) between them; regions are in BED.</source>
        <translation>Berichtigen Sie die Zeile. Eine Stellenliste ist eine VCF, oder ihre Zeilen haben CHROM, POS, REF und ALT mit Tabulatoren (oder einzelnen Leerzeichen) dazwischen; Bereiche sind in BED.</translation>
    </message>
    <message>
        <source>The {kind} file is missing, or nothing in it can be understood.</source>
        <translation>Die {kind}-Datei fehlt, oder nichts darin ist zu verstehen.</translation>
    </message>
    <message>
        <source>Name the right file.</source>
        <translation>Wählen Sie die richtige Datei.</translation>
    </message>
    <message>
        <source>The settings file cannot be understood.</source>
        <translation>Die Einstellungsdatei ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>A map of that id lies here already, and it cannot be read.</source>
        <translation>Hier liegt schon eine Pseudonymtabelle mit dieser Kennung, und sie lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Add --force to put the backup in its place.</source>
        <translation>Add --force to put the backup in its place.</translation>
    </message>
    <message>
        <source>What this command says could not be written to where its output goes.</source>
        <translation>Was dieser Befehl sagt, ließ sich nicht dorthin schreiben, wohin seine Ausgabe geht.</translation>
    </message>
    <message>
        <source>What it had done by then is done: files that are there are whole.</source>
        <translation>Was er bis dahin getan hat, ist getan: Dateien, die da sind, sind vollständig.</translation>
    </message>
    <message>
        <source>Make room there, or let the output go elsewhere; look what is there before you run it again.</source>
        <translation>Schaffen Sie dort Platz oder lassen Sie die Ausgabe anderswohin gehen; sehen Sie nach, was da ist, bevor Sie ihn erneut ausführen.</translation>
    </message>
    <message>
        <source>The system lets Genoseal start no more threads or processes.</source>
        <translation>Das System lässt Genoseal keine weiteren Threads oder Prozesse starten.</translation>
    </message>
    <message>
        <source>Allow more (in a shell: ulimit -u), or close other programs, and try again.</source>
        <translation>Erlauben Sie mehr (in einer Shell: ulimit -u) oder schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No chromosome in what was given is one that the policy sends.</source>
        <translation>Kein Chromosom in dem, was angegeben wurde, gehört zu denen, die die Richtlinie sendet.</translation>
    </message>
    <message>
        <source>Preparing it would write no file.</source>
        <translation>Die Vorbereitung ergäbe keine Datei.</translation>
    </message>
    <message>
        <source>The ids of this map were drawn in a way that your institution&apos;s policy does not allow.</source>
        <translation>Die Kennungen dieser Tabelle wurden auf eine Weise gezogen, die die Richtlinie Ihrer Einrichtung nicht erlaubt.</translation>
    </message>
    <message>
        <source>Nothing was prepared: a map keeps the kind of its ids.</source>
        <translation>Nichts wurde vorbereitet: Eine Tabelle behält die Art ihrer Kennungen.</translation>
    </message>
    <message>
        <source>The list of samples to leave out names nobody.</source>
        <translation>Die Liste der Proben, die auszulassen sind, nennt niemanden.</translation>
    </message>
    <message>
        <source>Nothing was prepared: whoever should have been on it would have been sent.</source>
        <translation>Nichts wurde vorbereitet: Wer darauf stehen sollte, wäre gesendet worden.</translation>
    </message>
    <message>
        <source>Write one name a line into it. Where nobody is to be left out, give no such list.</source>
        <translation>Schreiben Sie einen Namen je Zeile hinein. Ist niemand auszulassen, geben Sie keine solche Liste an.</translation>
    </message>
    <message>
        <source>The policy “{policy}” wants a second person&apos;s approval.</source>
        <translation>Die Regeln „{policy}“ verlangen die Freigabe durch eine zweite Person.</translation>
    </message>
    <message>
        <source>Prepare, let a second person run “genoseal approve” on the folder, then send the same files with --approval.</source>
        <translation>Bereiten Sie die Dateien vor, lassen Sie eine zweite Person „genoseal approve“ auf den Ordner anwenden, und senden Sie dieselben Dateien mit --approval.</translation>
    </message>
    <message>
        <source>An approver&apos;s id has one to 64 letters, digits, - or _.</source>
        <translation>Die Kennung einer freigebenden Person hat 1 bis 64 Buchstaben, Ziffern, - oder _.</translation>
    </message>
    <message>
        <source>Nothing was approved.</source>
        <translation>Nichts wurde freigegeben.</translation>
    </message>
    <message>
        <source>Give the id at the service, not a person&apos;s name. Where it has other signs, put - in their place: m-lind for m.lind.</source>
        <translation>Nennen Sie die Kennung beim Dienst, nicht den Namen einer Person. Hat sie andere Zeichen, setzen Sie - an deren Stelle: m-lind für m.lind.</translation>
    </message>
    <message>
        <source>Nothing was done, since a setting that protects you might be among them.</source>
        <translation>Nichts wurde getan, denn eine Einstellung, die Sie schützt, könnte darunter sein.</translation>
    </message>
    <message>
        <source>Correct settings.toml in Genoseal&apos;s folder, or remove it to start with the defaults.</source>
        <translation>Berichtigen Sie settings.toml im Ordner von Genoseal oder entfernen Sie sie, um mit dem Üblichen zu beginnen.</translation>
    </message>
    <message>
        <source>There is no such setting, or it cannot have that value.</source>
        <translation>Es gibt keine solche Einstellung, oder sie kann diesen Wert nicht haben.</translation>
    </message>
    <message>
        <source>The settings are as they were.</source>
        <translation>Die Einstellungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Check the name and the value.</source>
        <translation>Prüfen Sie Namen und Wert.</translation>
    </message>
    <message>
        <source>Your institution has fixed this setting.</source>
        <translation>Ihre Einrichtung hat diese Einstellung festgelegt.</translation>
    </message>
    <message>
        <source>Talk to your institution&apos;s helpdesk if it has to change.</source>
        <translation>Sprechen Sie mit dem Helpdesk Ihrer Einrichtung, wenn sie sich ändern muss.</translation>
    </message>
    <message>
        <source>Your institution asks something of this computer that does not hold: {check}.</source>
        <translation>Ihre Einrichtung verlangt von diesem Computer etwas, das nicht erfüllt ist: {check}.</translation>
    </message>
    <message>
        <source>Nothing was sent. Results, restoring and deleting work as always.</source>
        <translation>Nichts wurde gesendet. Ergebnisse, Namen und Löschen gehen wie immer.</translation>
    </message>
    <message>
        <source>“genoseal doctor” says what to change.</source>
        <translation>“genoseal doctor” says what to change.</translation>
    </message>
    <message>
        <source>The service has nothing of that name for your account.</source>
        <translation>Der Dienst hat nichts dieses Namens für Ihr Konto.</translation>
    </message>
    <message>
        <source>It may be deleted already, or belong to somebody else.</source>
        <translation>Es ist vielleicht schon gelöscht oder gehört jemand anderem.</translation>
    </message>
    <message>
        <source>The proxy is not of the form http://host:port, or its sign-in cannot be used.</source>
        <translation>Der Proxy hat nicht die Form http://host:port, oder seine Anmeldung ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>Correct it with “genoseal proxy”, or ask your IT department for the right one.</source>
        <translation>Correct it with “genoseal proxy”, or ask your IT department for the right one.</translation>
    </message>
    <message>
        <source>This transfer was paused from another window or by a command.</source>
        <translation>Diese Übertragung wurde aus einem anderen Fenster oder mit einem Befehl angehalten.</translation>
    </message>
    <message>
        <source>Go on with “genoseal resume ID”; “genoseal outbox” shows its ID.</source>
        <translation>Weiter mit „genoseal resume ID“; „genoseal outbox“ zeigt die ID.</translation>
    </message>
    <message>
        <source>This transfer was cancelled from another window or by a command.</source>
        <translation>Diese Übertragung wurde aus einem anderen Fenster oder mit einem Befehl abgebrochen.</translation>
    </message>
    <message>
        <source>Its keys are forgotten, and what was uploaded is withdrawn. No job was made.</source>
        <translation>Ihre Schlüssel sind vergessen, und was hochgeladen war, wird zurückgezogen. Es entstand kein Auftrag.</translation>
    </message>
    <message>
        <source>Send the files again if that was not meant.</source>
        <translation>Senden Sie die Dateien erneut, falls das nicht gewollt war.</translation>
    </message>
    <message>
        <source>This computer has no record of that job.</source>
        <translation>Dieser Computer hat keine Aufzeichnung dieses Auftrags.</translation>
    </message>
    <message>
        <source>It was sent from another computer, or the id is mistyped.</source>
        <translation>Er wurde von einem anderen Computer gesendet, oder die Kennung ist vertippt.</translation>
    </message>
    <message>
        <source>“genoseal jobs” lists the jobs. To fetch results here, bring keys and map over first.</source>
        <translation>“genoseal jobs” lists the jobs. To fetch results here, bring keys and map over first.</translation>
    </message>
    <message>
        <source>That beginning fits {matches} ids: {candidates}</source>
        <translation>Dieser Anfang passt auf {matches} Kennungen: {candidates}</translation>
    </message>
    <message>
        <source>Give more of the id, or the whole of it.</source>
        <translation>Geben Sie mehr von der Kennung an, oder die ganze.</translation>
    </message>
    <message>
        <source>“genoseal jobs” shows the ids.</source>
        <translation>“genoseal jobs” shows the ids.</translation>
    </message>
    <message>
        <source>“{field}” has a form that may not be sent.</source>
        <translation>„{field}“ hat eine Form, die nicht gesendet werden darf.</translation>
    </message>
    <message>
        <source>Nothing was sent. Free text could carry a name, so only plain references are taken.</source>
        <translation>Nichts wurde gesendet. Freier Text könnte einen Namen tragen, deshalb gelten nur einfache Aktenzeichen.</translation>
    </message>
    <message>
        <source>Use letters, digits, dot, hyphen and underscore, and no personal data.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich und nichts Personenbezogenes.</translation>
    </message>
    <message>
        <source>This is not a Genoseal key file.</source>
        <translation>Das ist keine Genoseal-Schlüsseldatei.</translation>
    </message>
    <message>
        <source>A key file begins with “-----BEGIN GENOSEAL …”. Ask for it again as an attachment.</source>
        <translation>Eine Schlüsseldatei beginnt mit „-----BEGIN GENOSEAL …“. Bitten Sie noch einmal darum, als Anhang.</translation>
    </message>
    <message>
        <source>This is the other half of a key pair, or a kind of key this version does not know.</source>
        <translation>Das ist die andere Hälfte eines Schlüsselpaars oder eine Art Schlüssel, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>Seal with the public key; open with the private one.</source>
        <translation>Versiegeln Sie mit dem öffentlichen Schlüssel; öffnen Sie mit dem privaten.</translation>
    </message>
    <message>
        <source>The key file is well formed, but the key in it cannot be used.</source>
        <translation>Die Schlüsseldatei ist wohlgeformt, aber der Schlüssel darin nicht brauchbar.</translation>
    </message>
    <message>
        <source>Ask for the key again and compare its fingerprint.</source>
        <translation>Bitten Sie noch einmal um den Schlüssel und vergleichen Sie seinen Fingerabdruck.</translation>
    </message>
    <message>
        <source>A sealed file needs between 1 and 64 recipients, each named once.</source>
        <translation>Eine versiegelte Datei braucht 1 bis 64 Empfänger, jeden einmal genannt.</translation>
    </message>
    <message>
        <source>Nothing was sealed.</source>
        <translation>Nichts wurde versiegelt.</translation>
    </message>
    <message>
        <source>Check the --to options.</source>
        <translation>Check the --to options.</translation>
    </message>
    <message>
        <source>This institution&apos;s rules demand AES-256, and Crypt4GH does not use it.</source>
        <translation>Die Regeln dieser Einrichtung verlangen AES-256, und Crypt4GH benutzt es nicht.</translation>
    </message>
    <message>
        <source>Seal as a .gseal file, or ask the institution to change its profile.</source>
        <translation>Versiegeln Sie als .gseal-Datei oder bitten Sie die Einrichtung, ihr Profil zu ändern.</translation>
    </message>
    <message>
        <source>There is no such file, or it is a folder.</source>
        <translation>Es gibt keine solche Datei, oder es ist ein Ordner.</translation>
    </message>
    <message>
        <source>The output could not be written.</source>
        <translation>Die Ausgabe ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Nothing was left behind.</source>
        <translation>Nichts blieb zurück.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write there.</source>
        <translation>Prüfen Sie, dass es den Ordner gibt und Sie darin schreiben dürfen.</translation>
    </message>
    <message>
        <source>The preparation policy cannot be understood (at “{key}”).</source>
        <translation>Die Vorbereitungsrichtlinie ist nicht zu verstehen (bei „{key}“).</translation>
    </message>
    <message>
        <source>Nothing was prepared, so that no rule is silently left out.</source>
        <translation>Nichts wurde vorbereitet, damit keine Regel still wegfällt.</translation>
    </message>
    <message>
        <source>Correct the policy file, or use one that comes with Genoseal.</source>
        <translation>Berichtigen Sie die Richtliniendatei oder nehmen Sie eine, die mit Genoseal kommt.</translation>
    </message>
    <message>
        <source>The table of service limits cannot be understood (at “{key}”).</source>
        <translation>Die Tabelle der Dienstgrenzen ist nicht zu verstehen (bei „{key}“).</translation>
    </message>
    <message>
        <source>Nothing was checked or prepared.</source>
        <translation>Nichts wurde geprüft oder vorbereitet.</translation>
    </message>
    <message>
        <source>Install Genoseal again; a file of it is damaged.</source>
        <translation>Installieren Sie Genoseal noch einmal; eine seiner Dateien ist beschädigt.</translation>
    </message>
    <message>
        <source>Line {line} of the {kind} file cannot be understood.</source>
        <translation>Zeile {line} der {kind}-Datei ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Nothing was prepared, so that nobody is kept or left out by mistake.</source>
        <translation>Nichts wurde vorbereitet, damit niemand aus Versehen behalten oder ausgelassen wird.</translation>
    </message>
    <message>
        <source>The site list is a BCF; it is wanted as a VCF.</source>
        <translation>Die Stellenliste ist eine BCF; gebraucht wird sie als VCF.</translation>
    </message>
    <message>
        <source>Make one of its sites alone: bcftools view -G -Oz -o sites.vcf.gz LIST</source>
        <translation>Machen Sie eine aus ihren Stellen allein: bcftools view -G -Oz -o sites.vcf.gz LISTE</translation>
    </message>
    <message>
        <source>The site list is a .bim of plink&apos;s, which does not say which of two alleles is the reference.</source>
        <translation>Die Stellenliste ist eine .bim von plink, die nicht sagt, welches von zwei Allelen die Referenz ist.</translation>
    </message>
    <message>
        <source>Nothing was prepared: alleles and strands could not be compared with it.</source>
        <translation>Nichts wurde vorbereitet: Allele und Stränge ließen sich nicht damit vergleichen.</translation>
    </message>
    <message>
        <source>Let plink2 look them up, and give sites.pvar: plink2 --bfile NAME --fa REFERENCE --ref-from-fa force --make-just-pvar --out sites</source>
        <translation>Lassen Sie plink2 nachsehen und geben Sie sites.pvar an: plink2 --bfile NAME --fa REFERENZ --ref-from-fa force --make-just-pvar --out sites</translation>
    </message>
    <message>
        <source>The site list is a legend without a column for the chromosome.</source>
        <translation>Die Stellenliste ist eine Legend-Datei ohne Spalte für das Chromosom.</translation>
    </message>
    <message>
        <source>Put the chromosome before each line, here 20, and give sites.txt: gzip -dc LEGEND | sed &apos;1s/^/chr /;2,$s/^/20 /&apos; &gt; sites.txt</source>
        <translation>Setzen Sie das Chromosom vor jede Zeile, hier 20, und geben Sie sites.txt an: gzip -dc LEGEND | sed &apos;1s/^/chr /;2,$s/^/20 /&apos; &gt; sites.txt</translation>
    </message>
    <message>
        <source>The map and the file do not have the same samples ({missing} missing, {extra} extra).</source>
        <translation>Tabelle und Datei haben nicht dieselben Proben ({missing} fehlen, {extra} zusätzlich).</translation>
    </message>
    <message>
        <source>All files of one job need the same samples; leave --map out to start a new map.</source>
        <translation>All files of one job need the same samples; leave --map out to start a new map.</translation>
    </message>
    <message>
        <source>The prepared file could not be written.</source>
        <translation>Die vorbereitete Datei ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>What was half written is removed.</source>
        <translation>Halb Geschriebenes ist entfernt.</translation>
    </message>
    <message>
        <source>Check that the folder&apos;s disk is connected and that you may write there.</source>
        <translation>Prüfen Sie, dass die Festplatte des Ordners verbunden ist und Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The practice service does not start.</source>
        <translation>Der Übungsdienst startet nicht.</translation>
    </message>
    <message>
        <source>Try again with another --data folder.</source>
        <translation>Try again with another --data folder.</translation>
    </message>
    <message>
        <source>The practice service listens on this computer only, never on a network.</source>
        <translation>Der Übungsdienst lauscht nur auf diesem Computer, nie in einem Netz.</translation>
    </message>
    <message>
        <source>Use it from this computer.</source>
        <translation>Benutzen Sie ihn von diesem Computer.</translation>
    </message>
    <message>
        <source>Port {port} is taken or not allowed.</source>
        <translation>Port {port} ist belegt oder nicht erlaubt.</translation>
    </message>
    <message>
        <source>Choose another --port, or leave it out.</source>
        <translation>Choose another --port, or leave it out.</translation>
    </message>
    <message>
        <source>The practice service&apos;s data folder cannot be used.</source>
        <translation>Der Datenordner des Übungsdienstes ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>Choose a --data folder that you may write to, on a disk with room.</source>
        <translation>Choose a --data folder that you may write to, on a disk with room.</translation>
    </message>
    <message>
        <source>Another practice service uses this data folder.</source>
        <translation>Ein anderer Übungsdienst benutzt diesen Datenordner.</translation>
    </message>
    <message>
        <source>End that one, or choose another --data folder.</source>
        <translation>End that one, or choose another --data folder.</translation>
    </message>
    <message>
        <source>The data folder was written by a newer version of Genoseal.</source>
        <translation>Der Datenordner wurde von einer neueren Version von Genoseal geschrieben.</translation>
    </message>
    <message>
        <source>Update Genoseal, or choose another --data folder.</source>
        <translation>Update Genoseal, or choose another --data folder.</translation>
    </message>
    <message>
        <source>The practice service did not answer in time.</source>
        <translation>Der Übungsdienst antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The computer may be very busy. Try again.</source>
        <translation>Der Computer ist vielleicht sehr beschäftigt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{files} files are more than the {most} that one submission may have.</source>
        <translation>{files} Dateien sind mehr als die {most}, die eine Einsendung haben darf.</translation>
    </message>
    <message>
        <source>Send them as several submissions.</source>
        <translation>Senden Sie sie als mehrere Einsendungen.</translation>
    </message>
    <message>
        <source>The application does not take this parameter or this value.</source>
        <translation>Die Anwendung nimmt diesen Parameter oder diesen Wert nicht an.</translation>
    </message>
    <message>
        <source>Nothing was prepared and nothing was queued.</source>
        <translation>Nichts wurde vorbereitet und nichts eingereiht.</translation>
    </message>
    <message>
        <source>It takes: {known}.</source>
        <translation>Sie nimmt: {known}.</translation>
    </message>
    <message>
        <source>The service does not offer that application.</source>
        <translation>Der Dienst bietet diese Anwendung nicht an.</translation>
    </message>
    <message>
        <source>Use one of {known}, or leave --application out.</source>
        <translation>Use one of {known}, or leave --application out.</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>Neueste Version</translation>
    </message>
    <message>
        <source>Your institution does not announce versions.</source>
        <translation>Ihre Einrichtung kündigt keine Versionen an.</translation>
    </message>
    <message>
        <source>This is the newest that your institution announces.</source>
        <translation>Das ist die neueste, die Ihre Einrichtung ankündigt.</translation>
    </message>
    <message>
        <source>A newer version is out: {newest}; this is {installed}.</source>
        <translation>Es gibt eine neuere Version: {newest}; diese ist {installed}.</translation>
    </message>
    <message>
        <source>Your institution installs it; Genoseal never updates itself.</source>
        <translation>Ihre Einrichtung installiert sie; Genoseal aktualisiert sich nie selbst.</translation>
    </message>
    <message>
        <source>It was ignored. Everything works as before.</source>
        <translation>Es wurde nicht beachtet. Alles arbeitet wie zuvor.</translation>
    </message>
    <message>
        <source>What the service says about newer versions cannot be read ({reason}).</source>
        <translation>Was der Dienst über neuere Versionen sagt, ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <source>Tell your institution; its file latest.json wants to be made again.</source>
        <translation>Sagen Sie es Ihrer Einrichtung; ihre Datei latest.json muss neu gemacht werden.</translation>
    </message>
    <message>
        <source>What the service says about newer versions is not signed by your institution.</source>
        <translation>Was der Dienst über neuere Versionen sagt, ist nicht von Ihrer Einrichtung signiert.</translation>
    </message>
    <message>
        <source>Install nothing because of it, and tell your institution.</source>
        <translation>Installieren Sie deswegen nichts, und sagen Sie es Ihrer Einrichtung.</translation>
    </message>
    <message>
        <source>Your files are untouched. Nothing can be sent before there is a safe place for your keys.</source>
        <translation>Ihre Dateien sind unberührt. Es kann nichts gesendet werden, bevor es einen sicheren Ort für Ihre Schlüssel gibt.</translation>
    </message>
    <message>
        <source>Try again later; sending goes on where it stopped.</source>
        <translation>Versuchen Sie es später noch einmal; das Senden geht dort weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Make room on it, then try again.</source>
        <translation>Schaffen Sie dort Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“Check this computer” names what is in between; your IT department must except the service&apos;s address.</source>
        <translation>„Diesen Computer prüfen“ nennt, was dazwischen ist; Ihre IT-Abteilung muss die Adresse des Dienstes ausnehmen.</translation>
    </message>
    <message>
        <source>This computer says that it is {now}. Put its clock right, or call the helpdesk if that is the true time.</source>
        <translation>Dieser Computer sagt, es sei {now}. Stellen Sie seine Uhr, oder rufen Sie den Helpdesk an, wenn die Zeit stimmt.</translation>
    </message>
    <message>
        <source>Nothing was queued, and your files are untouched.</source>
        <translation>Nichts wurde eingereiht, und Ihre Dateien sind unberührt.</translation>
    </message>
    <message>
        <source>Send them again when this is settled.</source>
        <translation>Senden Sie sie noch einmal, wenn dies geklärt ist.</translation>
    </message>
    <message>
        <source>This computer has no keyring that could keep your sign-in and keys.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, der Ihre Anmeldung und Ihre Schlüssel aufbewahren könnte.</translation>
    </message>
    <message>
        <source>Choose a passphrase: all is then kept in a vault that only it opens.</source>
        <translation>Wählen Sie eine Passphrase: Alles liegt dann in einem Tresor, den nur sie öffnet.</translation>
    </message>
    <message>
        <source>This computer has a keyring service, but no keyring was made in it yet.</source>
        <translation>Dieser Computer hat einen Schlüsselbund-Dienst, aber darin wurde noch kein Schlüsselbund angelegt.</translation>
    </message>
    <message>
        <source>Sign out of the desktop and in again, which mostly makes one, and check again; or choose a passphrase.</source>
        <translation>Melden Sie sich am Desktop ab und wieder an, das legt meist einen an, und prüfen Sie noch einmal; oder wählen Sie eine Passphrase.</translation>
    </message>
    <message>
        <source>Your sign-in and keys are in a vault that is closed.</source>
        <translation>Ihre Anmeldung und Ihre Schlüssel liegen in einem Tresor, der geschlossen ist.</translation>
    </message>
    <message>
        <source>Open it with its passphrase.</source>
        <translation>Öffnen Sie ihn mit seiner Passphrase.</translation>
    </message>
    <message>
        <source>Unlock it, mostly by signing in to the desktop, then check again.</source>
        <translation>Entsperren Sie ihn, meist durch Anmelden am Desktop, und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Choose a passphrase, or ask your IT department to set up another keyring.</source>
        <translation>Wählen Sie eine Passphrase, oder bitten Sie Ihre IT-Abteilung, einen anderen Schlüsselbund einzurichten.</translation>
    </message>
    <message>
        <source>This computer does not reach the service: the connection broke off.</source>
        <translation>Dieser Computer erreicht den Dienst nicht: Die Verbindung brach ab.</translation>
    </message>
    <message>
        <source>Look at the network (cable, Wi-Fi, VPN), then try again.</source>
        <translation>Prüfen Sie das Netz (Kabel, WLAN, VPN) und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no network, or the service&apos;s name is not known on it.</source>
        <translation>Es gibt kein Netz, oder der Name des Dienstes ist darin nicht bekannt.</translation>
    </message>
    <message>
        <source>Look at the network (cable, Wi-Fi, VPN) and the proxy, then try again.</source>
        <translation>Prüfen Sie das Netz (Kabel, WLAN, VPN) und den Proxy und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The service may be switched off, or a firewall is in between. Try again later.</source>
        <translation>Der Dienst ist vielleicht abgeschaltet, oder eine Firewall ist dazwischen. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The service has too much to do and asks to wait.</source>
        <translation>Der Dienst hat zu viel zu tun und bittet zu warten.</translation>
    </message>
    <message>
        <source>For now no try counts, not even a right one.</source>
        <translation>Vorerst zählt kein Versuch, auch kein richtiger.</translation>
    </message>
    <message>
        <source>Time to wait: {wait}. Then try once more, slowly. If it was not you who tried, call the helpdesk.</source>
        <translation>Wartezeit: {wait}. Versuchen Sie es dann einmal langsam. Waren nicht Sie das, rufen Sie den Helpdesk an.</translation>
    </message>
    <message>
        <source>Time to wait: {wait}. Then try again.</source>
        <translation>Wartezeit: {wait}. Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The service is closed for the moment, probably for maintenance.</source>
        <translation>Der Dienst ist im Moment geschlossen, wahrscheinlich wegen Wartung.</translation>
    </message>
    <message>
        <source>A web page came instead of the service: mostly a guest network wants a sign-in.</source>
        <translation>Statt des Dienstes kam eine Webseite: Meist verlangt ein Gastnetz eine Anmeldung.</translation>
    </message>
    <message>
        <source>Open a web browser and sign in to the network, then try again.</source>
        <translation>Öffnen Sie einen Webbrowser, melden Sie sich am Netz an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Do not go on. Call the helpdesk and tell them the key that was shown: {presented_pin}</source>
        <translation>Machen Sie nicht weiter. Rufen Sie den Helpdesk an und nennen Sie den gezeigten Schlüssel: {presented_pin}</translation>
    </message>
    <message>
        <source>Something opens secure connections here, mostly a virus scanner or a proxy.</source>
        <translation>Etwas öffnet hier sichere Verbindungen, meist ein Virenscanner oder ein Proxy.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has run out, or this computer&apos;s clock is wrong.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen, oder die Uhr dieses Computers geht falsch.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet, or this computer&apos;s clock is wrong.</source>
        <translation>Das Zertifikat des Servers gilt noch nicht, oder die Uhr dieses Computers geht falsch.</translation>
    </message>
    <message>
        <source>The clocks of this computer and of the service are {apart} apart.</source>
        <translation>Die Uhren dieses Computers und des Dienstes liegen {apart} auseinander.</translation>
    </message>
    <message>
        <source>Your files are untouched. Six-digit codes may be refused until the clock is put right.</source>
        <translation>Ihre Dateien sind unberührt. Sechsstellige Codes können abgelehnt werden, bis die Uhr gestellt ist.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock to automatic time, then check again.</source>
        <translation>Stellen Sie die Uhr dieses Computers auf automatische Zeit und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Your institution&apos;s profile has expired ({not_after}).</source>
        <translation>Das Profil Ihrer Einrichtung ist abgelaufen ({not_after}).</translation>
    </message>
    <message>
        <source>Nothing can be sent. Results and deleting still work, and your files are untouched.</source>
        <translation>Es kann nichts gesendet werden. Ergebnisse und Löschen gehen weiterhin, und Ihre Dateien sind unberührt.</translation>
    </message>
    <message>
        <source>Ask your institution for its current profile and open it; check also the date of this computer.</source>
        <translation>Bitten Sie Ihre Einrichtung um ihr aktuelles Profil und öffnen Sie es; prüfen Sie auch das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>The rules “{policy}” want a second person&apos;s approval.</source>
        <translation>Die Regeln „{policy}“ verlangen die Freigabe einer zweiten Person.</translation>
    </message>
    <message>
        <source>Nothing was sent, and your files are untouched.</source>
        <translation>Es wurde nichts gesendet, und Ihre Dateien sind unberührt.</translation>
    </message>
    <message>
        <source>Choose “Send” again: the review now says how the second person approves.</source>
        <translation>Noch einmal „Senden“ wählen: Die Durchsicht sagt jetzt, wie die zweite Person freigibt.</translation>
    </message>
    <message>
        <source>Open the file that the second person gave back.</source>
        <translation>Die Datei öffnen, die die zweite Person zurückgegeben hat.</translation>
    </message>
    <message>
        <source>The approval is for another preparation, not for one of this computer and these rules.</source>
        <translation>Die Freigabe gilt für eine andere Vorbereitung, nicht für eine von diesem Computer nach diesen Regeln.</translation>
    </message>
    <message>
        <source>Open the approval that belongs to these files, or have them approved anew.</source>
        <translation>Die Freigabe öffnen, die zu diesen Dateien gehört, oder sie neu freigeben lassen.</translation>
    </message>
    <message>
        <source>Nothing was written into the folder, and nothing was sent.</source>
        <translation>Es wurde nichts in den Ordner geschrieben und nichts gesendet.</translation>
    </message>
    <message>
        <source>Prepare the files again when you are ready.</source>
        <translation>Die Dateien noch einmal vorbereiten, wenn Sie so weit sind.</translation>
    </message>
    <message>
        <source>This folder has no report of a preparation, or the report is damaged.</source>
        <translation>In diesem Ordner liegt kein Bericht einer Vorbereitung, oder er ist beschädigt.</translation>
    </message>
    <message>
        <source>Choose the folder that you were given; “report.json” lies in it.</source>
        <translation>Den Ordner wählen, den Sie bekommen haben; darin liegt „report.json“.</translation>
    </message>
    <message>
        <source>Ask for the whole folder again, just as it was prepared.</source>
        <translation>Den ganzen Ordner noch einmal erbitten, genau so, wie er vorbereitet wurde.</translation>
    </message>
    <message>
        <source>The disk of this computer is full.</source>
        <translation>Die Festplatte dieses Computers ist voll.</translation>
    </message>
    <message>
        <source>The disk has no room for the sealed copy (free: {free_bytes}).</source>
        <translation>Auf der Festplatte ist kein Platz für die versiegelte Kopie (frei: {free_bytes}).</translation>
    </message>
    <message>
        <source>The submission keeps its place and waits for the file.</source>
        <translation>Die Einsendung behält ihren Platz und wartet auf die Datei.</translation>
    </message>
    <message>
        <source>Put the file back where it was and try again, or cancel the submission.</source>
        <translation>Legen Sie die Datei wieder an ihren Platz und versuchen Sie es noch einmal, oder brechen Sie die Einsendung ab.</translation>
    </message>
    <message>
        <source>A result would take the place of a file that it is made from.</source>
        <translation>Ein Ergebnis würde eine Datei ersetzen, aus der es gemacht ist.</translation>
    </message>
    <message>
        <source>Nothing was written, and your file is as it was.</source>
        <translation>Es wurde nichts geschrieben, und Ihre Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A file is no longer where it was.</source>
        <translation>Eine Datei ist nicht mehr dort, wo sie war.</translation>
    </message>
    <message>
        <source>Put it back, or take it off the list and choose it again.</source>
        <translation>Legen Sie sie zurück, oder nehmen Sie sie von der Liste und wählen Sie sie neu.</translation>
    </message>
    <message>
        <source>A header line lies among the records: files were joined as text. Join them with bcftools concat.</source>
        <translation>Eine Kopfzeile liegt zwischen den Datensätzen: Dateien wurden als Text verbunden. Verbinden Sie sie mit bcftools concat.</translation>
    </message>
    <message>
        <source>A line has another number of tab-separated columns than the header. Write the file again with its program.</source>
        <translation>Eine Zeile hat eine andere Zahl von Spalten als der Kopf. Lassen Sie das Programm die Datei noch einmal schreiben.</translation>
    </message>
    <message>
        <source>A position lies outside its chromosome. Check that the build is the right one; records without a place (position 0) go with bcftools view -e POS=0 FILE</source>
        <translation>Eine Position liegt außerhalb ihres Chromosoms. Prüfen Sie, ob es der richtige Genom-Build ist; Datensätze ohne Ort (Position 0) entfernt bcftools view -e POS=0 DATEI</translation>
    </message>
    <message>
        <source>Sort the file: bcftools sort -Oz -o sorted.vcf.gz FILE</source>
        <translation>Sortieren Sie die Datei: bcftools sort -Oz -o sorted.vcf.gz DATEI</translation>
    </message>
    <message>
        <source>A chromosome&apos;s records are not together. Sort the file: bcftools sort -Oz -o sorted.vcf.gz FILE</source>
        <translation>Die Datensätze eines Chromosoms stehen nicht beisammen. Sortieren Sie die Datei: bcftools sort -Oz -o sorted.vcf.gz DATEI</translation>
    </message>
    <message>
        <source>A record has no GT; only genotypes can be prepared. Call them, have the program that imputed write GT too, or make them from GP: bcftools +tag2tag FILE -- --gp-to-gt</source>
        <translation>Ein Datensatz hat kein GT; nur Genotypen können vorbereitet werden. Bestimmen Sie die Genotypen, lassen Sie das Programm, das imputiert hat, auch GT schreiben, oder machen Sie sie aus GP: bcftools +tag2tag DATEI -- --gp-to-gt</translation>
    </message>
    <message>
        <source>A genotype cannot be read: it is numbers of alleles, without zeros before them, with / or | between them, such as 0/1. Write the file again with its program.</source>
        <translation>Ein Genotyp ist nicht lesbar: Er besteht aus Nummern von Allelen, ohne Nullen davor, mit / oder | dazwischen, etwa 0/1. Lassen Sie das Programm die Datei noch einmal schreiben.</translation>
    </message>
    <message>
        <source>A genotype has one allele where everybody has two (at both ends of X, PAR, men have two as well, which plink does not write), or it has more than two. Where one stands for two alike, bcftools +fixploidy FILE writes both; else call again with the right ploidy.</source>
        <translation>Ein Genotyp hat ein Allel, wo alle zwei haben (an beiden Enden von X, PAR, haben auch Männer zwei, was plink nicht schreibt), oder er hat mehr als zwei. Wo eines für zwei gleiche steht, schreibt bcftools +fixploidy DATEI beide; sonst bestimmen Sie die Genotypen mit der richtigen Ploidie neu.</translation>
    </message>
    <message>
        <source>Some samples have one allele at some places of this chromosome and two at others. Set one ploidy per sample: bcftools +fixploidy FILE</source>
        <translation>Manche Proben haben auf diesem Chromosom stellenweise ein Allel und stellenweise zwei. Legen Sie eine Ploidie je Probe fest: bcftools +fixploidy DATEI</translation>
    </message>
    <message>
        <source>A sample has no name. Name it: bcftools reheader -s NAMES FILE</source>
        <translation>Eine Probe hat keinen Namen. Benennen Sie sie: bcftools reheader -s NAMEN DATEI</translation>
    </message>
    <message>
        <source>Two columns have the same sample name. Rename one: bcftools reheader -s NAMES FILE</source>
        <translation>Zwei Spalten haben denselben Probennamen. Benennen Sie eine um: bcftools reheader -s NAMEN DATEI</translation>
    </message>
    <message>
        <source>There are more samples than the service or the policy allows. Make jobs of some of them each: bcftools view -S NAMES FILE</source>
        <translation>Es sind mehr Proben, als der Dienst oder die Richtlinie erlaubt. Machen Sie mehrere Aufträge daraus: bcftools view -S NAMEN DATEI</translation>
    </message>
    <message>
        <source>The files of one job must have the same samples.</source>
        <translation>Die Dateien eines Auftrags müssen dieselben Proben haben.</translation>
    </message>
    <message>
        <source>Two files of the job hold the same chromosome. Leave one of them out.</source>
        <translation>Zwei Dateien des Auftrags enthalten dasselbe Chromosom. Lassen Sie eine davon weg.</translation>
    </message>
    <message>
        <source>The files of one job must have the same build. Prepare the files of each build as a job of its own.</source>
        <translation>Die Dateien eines Auftrags müssen denselben Genom-Build haben. Bereiten Sie die Dateien jedes Builds als eigenen Auftrag vor.</translation>
    </message>
    <message>
        <source>The header has contig lengths of hg19 and of hg38, so you have to say which of them the positions are in. Ask whoever made the file if you are not sure; a wrong build ruins the results.</source>
        <translation>Der Kopf hat Contig-Längen von hg19 und von hg38, also müssen Sie sagen, in welchem der beiden die Positionen sind. Fragen Sie, wer die Datei gemacht hat, wenn Sie nicht sicher sind; ein falscher Build macht die Ergebnisse unbrauchbar.</translation>
    </message>
    <message>
        <source>Well-known variants lie where the other build has them, and none where the one you gave does. Ask whoever made the file before you send it.</source>
        <translation>Bekannte Varianten liegen dort, wo der andere Build sie hat, und keine dort, wo der angegebene sie hat. Fragen Sie vor dem Senden, wer die Datei gemacht hat.</translation>
    </message>
    <message>
        <source>No record is left after preparing; the counts by reason say why.</source>
        <translation>Nach dem Vorbereiten bleibt kein Datensatz; die Zahlen nach Gründen sagen, warum.</translation>
    </message>
    <message>
        <source>No window has enough sites and, in every sample, at least half of them called. Leave out the samples with the fewest calls (bcftools stats -s - FILE counts what each lacks), or call again.</source>
        <translation>Kein Abschnitt hat genug Stellen und in jeder Probe mindestens die Hälfte davon bestimmt. Lassen Sie die Proben mit den wenigsten Bestimmungen weg (bcftools stats -s - DATEI zählt, was jeder fehlt), oder bestimmen Sie die Genotypen neu.</translation>
    </message>
    <message>
        <source>The header&apos;s contigs or reference are neither hg19&apos;s nor hg38&apos;s, but those of another assembly (hg18, T2T) or species. Lift the file over to hg19 or hg38 first.</source>
        <translation>Die Contigs oder die Referenz im Kopf sind weder die von hg19 noch die von hg38, sondern die eines anderen Assemblys (hg18, T2T) oder einer anderen Art. Übertragen Sie die Datei zuerst auf hg19 oder hg38.</translation>
    </message>
    <message>
        <source>Records of chromosome 25 or XY, as plink calls the parts that X and Y share, were left out. Merge them into X before the VCF is written: plink --merge-x (plink2 also --merge-par).</source>
        <translation>Datensätze auf Chromosom 25 oder XY, wie plink die gemeinsamen Teile von X und Y nennt, wurden ausgelassen. Legen Sie sie zu X, bevor die VCF geschrieben wird: plink --merge-x (plink2 auch --merge-par).</translation>
    </message>
    <message>
        <source>Records on contigs that are not called like a chromosome (20, chr20, X …) were left out. Where they are chromosomes, rename them: bcftools annotate --rename-chrs NAMES FILE</source>
        <translation>Datensätze auf Contigs, die nicht wie ein Chromosom heißen (20, chr20, X …), wurden ausgelassen. Wo es Chromosomen sind, benennen Sie sie um: bcftools annotate --rename-chrs NAMEN DATEI</translation>
    </message>
    <message>
        <source>The file looks like a gVCF: most records are blocks without a variant, and its variants name &lt;NON_REF&gt; or &lt;*&gt; as one more allele. Call genotypes first, over all samples together: GATK GenotypeGVCFs or GLnexus; of what bcftools mpileup wrote: bcftools call -m</source>
        <translation>Die Datei sieht nach einer gVCF aus: Die meisten Datensätze sind Blöcke ohne Variante, und ihre Varianten nennen &lt;NON_REF&gt; oder &lt;*&gt; als weiteres Allel. Bestimmen Sie zuerst die Genotypen über alle Proben zusammen: GATK GenotypeGVCFs oder GLnexus; aus dem, was bcftools mpileup geschrieben hat: bcftools call -m</translation>
    </message>
    <message>
        <source>Values that are no number of their field&apos;s kind left as missing: DS is 0 to 2, GP are probabilities from 0 to 1, PL whole numbers, GP and PL three for two alleles; decimals have a point.</source>
        <translation>Werte, die keine Zahl von der Art ihres Feldes sind, gehen als fehlend hinaus: DS ist 0 bis 2, GP sind Wahrscheinlichkeiten von 0 bis 1, PL ganze Zahlen, GP und PL drei bei zwei Allelen; Dezimalstellen haben einen Punkt.</translation>
    </message>
    <message>
        <source>The policy sends this field and no record of the file has it, so it leaves as missing. Choose the policy that fits the file, or a file that has the field.</source>
        <translation>Die Richtlinie sendet dieses Feld, und kein Datensatz der Datei hat es; es geht als fehlend hinaus. Wählen Sie die Richtlinie, die zur Datei passt, oder eine Datei mit diesem Feld.</translation>
    </message>
    <message>
        <source>No record of this chromosome is left after preparing, so no file of it is written; the counts by reason say why.</source>
        <translation>Von diesem Chromosom bleibt nach dem Vorbereiten kein Datensatz, deshalb wird keine Datei davon geschrieben; die Zählung nach Gründen sagt, warum.</translation>
    </message>
    <message>
        <source>Records of chromosomes that the policy does not send were left out.</source>
        <translation>Datensätze von Chromosomen, die die Richtlinie nicht sendet, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The disk has less free space than the files take; preparing may have to stop.</source>
        <translation>Der Datenträger hat weniger freien Platz, als die Dateien brauchen; das Vorbereiten muss vielleicht abbrechen.</translation>
    </message>
    <message>
        <source>This file is not the one that was approved. Prepare and have it approved again, or send it with the same source, policy, build, map and lists as then.</source>
        <translation>Diese Datei ist nicht die freigegebene. Bereiten Sie sie vor und lassen Sie sie noch einmal freigeben, oder senden Sie mit derselben Quelle, Richtlinie, Tabelle und Listen und demselben Genom-Build wie damals.</translation>
    </message>
    <message>
        <source>Sites where fewer than 90 % of samples are called; services leave them out.</source>
        <translation>Stellen, an denen weniger als 90 % der Proben bestimmt sind; Dienste lassen sie aus.</translation>
    </message>
    <message>
        <source>In some windows at least one sample has fewer than half of the sites called; services leave such windows out.</source>
        <translation>In manchen Abschnitten ist bei mindestens einer Probe weniger als die Hälfte der Stellen bestimmt; Dienste lassen solche Abschnitte aus.</translation>
    </message>
    <message>
        <source>Some windows have fewer sites than the service needs; they are left out there. Sites that it leaves out do not count.</source>
        <translation>Manche Abschnitte haben weniger Stellen, als der Dienst braucht; dort werden sie ausgelassen. Stellen, die er auslässt, zählen nicht.</translation>
    </message>
    <message>
        <source>In some windows fewer than half of the sites are on the site list; services leave such windows out.</source>
        <translation>In manchen Abschnitten steht weniger als die Hälfte der Stellen auf der Stellenliste; Dienste lassen solche Abschnitte aus.</translation>
    </message>
    <message>
        <source>There are more sites in 10 million bases, on average, than the service accepts. Send only those of a site list or of an array.</source>
        <translation>Im Mittel liegen mehr Stellen auf 10 Millionen Basen, als der Dienst annimmt. Senden Sie nur die einer Stellenliste oder eines Arrays.</translation>
    </message>
    <message>
        <source>In every window fewer than half of the sites are on the site list. Is the build the list&apos;s?</source>
        <translation>In jedem Abschnitt steht weniger als die Hälfte der Stellen auf der Stellenliste. Ist es der Genom-Build der Liste?</translation>
    </message>
    <message>
        <source>Most sites are not on the site list and stay here. That is as it should be for sequencing and the sites of an array; else look whether the list is of the same build.</source>
        <translation>Die meisten Stellen stehen nicht auf der Stellenliste und bleiben hier. So soll es bei Sequenzierung mit den Stellen eines Arrays sein; sonst sehen Sie nach, ob die Liste vom selben Genom-Build ist.</translation>
    </message>
    <message>
        <source>Many sites are given on the other strand. Align them to the reference: bcftools +fixref FILE</source>
        <translation>Viele Stellen sind auf dem anderen Strang angegeben. Richten Sie sie an der Referenz aus: bcftools +fixref DATEI</translation>
    </message>
    <message>
        <source>Some sites are given on the other strand; services leave them out.</source>
        <translation>Manche Stellen sind auf dem anderen Strang angegeben; Dienste lassen sie aus.</translation>
    </message>
    <message>
        <source>The site list has other alleles here; services leave such sites out.</source>
        <translation>Die Stellenliste hat hier andere Allele; Dienste lassen solche Stellen aus.</translation>
    </message>
    <message>
        <source>Allele frequencies differ by more than 0.2 from the site list&apos;s.</source>
        <translation>Allelfrequenzen weichen um mehr als 0,2 von denen der Stellenliste ab.</translation>
    </message>
    <message>
        <source>A position is not a whole number of one to nine digits. Write the file again with its program.</source>
        <translation>Eine Position ist keine ganze Zahl mit einer bis neun Ziffern. Lassen Sie das Programm die Datei noch einmal schreiben.</translation>
    </message>
    <message>
        <source>A genotype names an allele that its record does not have. Write the file again with its program, or leave the record out: bcftools view -t ^CHROM:POS FILE</source>
        <translation>Ein Genotyp nennt ein Allel, das sein Datensatz nicht hat. Lassen Sie das Programm die Datei noch einmal schreiben, oder lassen Sie den Datensatz aus: bcftools view -t ^CHROM:POS DATEI</translation>
    </message>
    <message>
        <source>There are no samples, or all are left out; there is nothing to prepare.</source>
        <translation>Es gibt keine Proben, oder alle sind ausgelassen; es gibt nichts vorzubereiten.</translation>
    </message>
    <message>
        <source>The service wants more samples in a job. Put more into it, or choose another service.</source>
        <translation>Der Dienst will mehr Proben in einem Auftrag. Nehmen Sie mehr hinein, oder wählen Sie einen anderen Dienst.</translation>
    </message>
    <message>
        <source>The files of one job must have their samples in the same order. Take that of one file for the others: bcftools query -l THAT_FILE &gt; NAMES; bcftools view -S NAMES -Oz -o NEW FILE</source>
        <translation>Die Dateien eines Auftrags müssen ihre Proben in derselben Reihenfolge haben. Nehmen Sie die einer Datei für die anderen: bcftools query -l DIESE_DATEI &gt; NAMEN; bcftools view -S NAMEN -Oz -o NEU DATEI</translation>
    </message>
    <message>
        <source>The header&apos;s contig lengths do not tell which build the positions are in, so you have to: hg19 (GRCh37) or hg38 (GRCh38). Ask whoever made the file if you are not sure; a wrong build ruins the results.</source>
        <translation>Die Contig-Längen im Kopf zeigen nicht, in welchem Build die Positionen sind, also müssen Sie es sagen: hg19 (GRCh37) oder hg38 (GRCh38). Fragen Sie, wer die Datei gemacht hat, wenn Sie nicht sicher sind; ein falscher Build macht die Ergebnisse unbrauchbar.</translation>
    </message>
    <message>
        <source>The header&apos;s contig lengths are another build&apos;s than the one given. Check which build the file is in.</source>
        <translation>Die Contig-Längen im Kopf gehören zu einem anderen Genom-Build als dem angegebenen. Prüfen Sie, in welchem Build die Datei ist.</translation>
    </message>
    <message>
        <source>The file has a header and no record. Copy it again, or make it again with its program.</source>
        <translation>Die Datei hat einen Kopf und keinen Datensatz. Kopieren Sie sie noch einmal, oder erzeugen Sie sie neu mit ihrem Programm.</translation>
    </message>
    <message>
        <source>Most genotypes of these samples on X outside PAR are half calls such as 0/. (so some programs write men); half calls become missing, so what is known of these samples there is lost. Call again so that men have one allele, or set it: bcftools +fixploidy FILE -- -s SEX, where SEX has a line NAME M for each man (for chrX, or hg38, also -p PLOIDY with a line chrX 2781480 155701382 M 1)</source>
        <translation>Die meisten Genotypen dieser Proben auf X außerhalb von PAR sind halb bekannt, etwa 0/. (so schreiben manche Programme Männer); halb bekannte werden zu fehlenden, also geht verloren, was dort bekannt ist. Bestimmen Sie die Genotypen neu, sodass Männer ein Allel haben, oder legen Sie es fest: bcftools +fixploidy DATEI -- -s GESCHLECHT, wo GESCHLECHT eine Zeile NAME M für jeden Mann hat (für chrX oder hg38 auch -p PLOIDIE mit einer Zeile chrX 2781480 155701382 M 1)</translation>
    </message>
    <message>
        <source>Ids that would leave look like identity numbers or dates of birth: the map was not made by this program as it is now. A new map is needed; the helpdesk knows how.</source>
        <translation>Kennungen, die hinausgehen würden, sehen aus wie Personennummern oder Geburtsdaten: Die Tabelle hat nicht dieses Programm in seiner jetzigen Form gemacht. Es braucht eine neue Tabelle; der Helpdesk weiß, wie.</translation>
    </message>
    <message>
        <source>The prepared file is larger than the service accepts. Make jobs of some of the samples each.</source>
        <translation>Die vorbereitete Datei ist größer, als der Dienst annimmt. Machen Sie mehrere Aufträge mit je einem Teil der Proben.</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>sample names</source>
        <translation>Probennamen</translation>
    </message>
    <message>
        <source>samples on</source>
        <translation>Proben auf</translation>
    </message>
    <message>
        <source>pseudonyms</source>
        <translation>Pseudonyme</translation>
    </message>
    <message>
        <source>site list</source>
        <translation>Stellenliste</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>all files</source>
        <translation>alle Dateien</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>gzip header</source>
        <translation>gzip-Kopf</translation>
    </message>
    <message>
        <source>chromosome</source>
        <translation>Chromosom</translation>
    </message>
</context>
<context>
    <name>plural</name>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n Probe</numerusform>
            <numerusform>%n Proben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right first</source>
        <translation>
            <numerusform>%n Punkt ist erst zu beheben</numerusform>
            <numerusform>%n Punkte sind erst zu beheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n identifying place(s) will be removed</source>
        <translation>
            <numerusform>%n Kennzeichen wird entfernt</numerusform>
            <numerusform>%n Kennzeichen werden entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chromosome(s)</source>
        <translation>
            <numerusform>%n Chromosom</numerusform>
            <numerusform>%n Chromosomen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That code was right %n second(s) ago: the phone&apos;s clock is behind.</source>
        <translation>
            <numerusform>Der Code war vor %n Sekunde richtig: Die Uhr des Telefons geht nach.</numerusform>
            <numerusform>Der Code war vor %n Sekunden richtig: Die Uhr des Telefons geht nach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That code will be right in %n second(s): the phone&apos;s clock is ahead.</source>
        <translation>
            <numerusform>Der Code wird in %n Sekunde richtig: Die Uhr des Telefons geht vor.</numerusform>
            <numerusform>Der Code wird in %n Sekunden richtig: Die Uhr des Telefons geht vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>noch etwa %n Stunde</numerusform>
            <numerusform>noch etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n map(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
</TS>
