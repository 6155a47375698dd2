package worthwhile.warning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.Warning.Severity;

/** What a text says no to is no sign, and a no to something else changes nothing. */
class NegationsTest {
  private static final Rules RULES = Rules.shipped();

  private static List<Severity> told(String text) {
    return RULES.read(text, List.of()).findings().stream().map(Observation::severity).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No experience, pay the registration fee of $30 before you start.",
        "Don't wait, top up your account with 50 USDT to unlock the withdrawal.",
        "Sin experiencia, pague la cuota de inscripción de 20 euros antes de empezar.",
        "Ohne Vorkenntnisse: Zahlungen auf Ihrem Konto empfangen, Rest weiterleiten, 10 Prozent behalten.",
        "No interview – pay the training fee of $45 before your first task.",
        "You cannot withdraw until you deposit 30 USDT.",
        "You can't withdraw before you deposit 30 USDT to unlock it.",
        "Do not start work before paying the registration fee of $30.",
        "We ask nothing but pay the registration fee of $30 before you start.",
        "Sem experiência, pague a taxa de inscrição de R$ 30 antes de começar.",
        "Sans expérience, payez les frais d'inscription de 30 euros avant de commencer.",
        "Без опыта, оплатите страховой взнос 1000 рублей перед началом работы.",
        "无需经验,先交押金300元再入职。",
        "Tanpa pengalaman, bayar biaya pendaftaran Rp 200.000 sebelum mulai kerja.",
        "Zahlen Sie noch heute die Kaution von 50 Euro vor dem Start.",
        "No skills needed: send us a photo of your ID card and selfie on WhatsApp.",
        "No puede retirar hasta depositar 30 USDT.",
        "Without delay, buy gift cards and send us pictures of the codes, deposit the cheque first.",
        "No risk: receive packages at your home, put new labels on them and ship them on.",
        "No office, no boss: receive money on your bank account, keep 5% and forward the rest in bitcoin.",
        "Not a scam! Pay the registration fee of $30 before you start.",
        "Is it a scam? No, pay the registration fee of $30 before you start.",
        "No puedes retirar hasta que recargues 50 USDT.",
        "Sie können nichts auszahlen, bis Sie 50 USDT einzahlen."
      })
  void aNoToSomethingElseChangesNothing(String text) {
    assertThat(told(text)).anyMatch(it -> it != Severity.NOTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sie zahlen vor Arbeitsbeginn keine Kaution.",
        "Wir verlangen weder Kaution noch Schulungsgebühr vor dem Start.",
        "Nous ne demandons ni caution, ni frais de dossier avant de commencer.",
        "Our clients pay us, so you pay nothing before your first day of work.",
        "You pay no registration fee before you start.",
        "Registration fee: $0. Start work today.",
        "Registration fee: 0 EUR, paid work from day one.",
        "You never pay a registration, training or activation fee before you start work.",
        "We don't ask for registration, training or activation fees before you start work.",
        "Never, under any circumstances, pay a registration fee before you start work for us.",
        "We never ask you before you start to pay a registration fee.",
        "Мы никогда не просим оплатить взнос до начала работы.",
        "No pagas nada de inscripción antes de empezar.",
        "Vous ne payez pas de frais d'inscription.",
        "Você não paga taxa de inscrição para começar.",
        "Weekly pay. Training materials are free before you start.",
        "No registration fee, no training fee, no deposit before you start.",
        "Nunca pedimos dinero, cuota de inscripción ni fianza antes de empezar.",
        "You do not pay for the course, the uniform or the certificate before you start.",
        "Não cobramos taxa, curso ou uniforme antes de começar.",
        "Keine Gebühren, keine Kaution, keine Vorkasse vor Arbeitsbeginn.",
        "There is nothing to pay: training fee 0 USD, registration fee none.",
        "No fees: registration, training and uniform are free before you start.",
        "We charge no fee for registration, no deposit and no uniform before you start.",
        "Please do not under any circumstances send us a photo of your passport over WhatsApp.",
        "Кандидат не оплачивает обучение перед началом работы.",
        "Без взносов, без залога, обучение до начала работы бесплатно.",
        "You don't need to receive money on your own bank account and forward the rest.",
        "We will not ask you to deposit a cheque, or to send the rest by Zelle.",
        "入职不需要交任何押金,培训费全免。",
        "Registration fee: $0.00 and no deposit. Start work today on WhatsApp.",
        "You may withdraw your consent at any time. No deposit needed for our tasks.",
        "No withdrawal fees, no deposit, payout twice a week by bank transfer.",
        "Nobody has to pay for the training, the uniform is free before you start."
      })
  void whatIsTakenBackIsNoSign(String text) {
    assertThat(told(text)).allMatch(it -> it == Severity.NOTE);
  }
}
