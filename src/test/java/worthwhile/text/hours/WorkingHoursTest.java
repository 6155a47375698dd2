package worthwhile.text.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.UnitText;

class WorkingHoursTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Moderator, 20 hours per week | WEEK | 20",
        "You work 10 hours a week. | WEEK | 10",
        "10-20 hrs/week | WEEK | 15",
        "Up to 25 hours each week | WEEK | 25",
        "Part-time, 15h/week | WEEK | 15",
        "30 hours weekly | WEEK | 30",
        "a 32-hour per week role | WEEK | 32",
        "Hours per week: 12 | WEEK | 12",
        "Weekly hours: 18 - 22 | WEEK | 20",
        "20 Stunden pro Woche | WEEK | 20",
        "4 hours a day, 5 days a week | WEEK | 20",
        "6 hours per day | DAY | 6",
        "60 hours per month | MONTH | 60",
        "37.5 hours a week | WEEK | 37.5",
        "Earn $400, 20 hours per week, 5 hours a day | WEEK | 20",
        "6 hours a day, 3 days a week | WEEK | 18",
        "8 hours a day, 2 days a week in the office | WEEK | 40",
        "20 Wochenstunden | WEEK | 20",
        "20 Stunden wöchentlich | WEEK | 20",
        "20 horas semanales | WEEK | 20",
        "20 horas semanais | WEEK | 20",
        "20 ore settimanali | WEEK | 20",
        "20 uur per week | WEEK | 20",
        "20 godzin tygodniowo | WEEK | 20",
        "haftada 20 saat | WEEK | 20",
        "20 часов в неделю | WEEK | 20",
        "週20時間 | WEEK | 20",
        "每周20小时 | WEEK | 20",
        "25 hours p/w | WEEK | 25",
        "a 25-hour week | WEEK | 25",
        "20 hours per week with paid training | WEEK | 20",
        "Training is paid and you work 20 hours per week | WEEK | 20",
        "20 hours per week. Meetings once a month | WEEK | 20",
        "Looking for people who can work 20 hours per week | WEEK | 20",
        "Part-time or full-time, 20 hours per week | WEEK | 20",
        "Full-time, 40 hours per week, 4 hours per week of training | WEEK | 40",
        "Call center agent, 20 hours per week | WEEK | 20",
        "20 hours per week call center work | WEEK | 20"
      })
  void readsTheHoursOfASpan(String text, UnitText unit, BigDecimal hours) {
    assertThat(WorkingHours.of(text, unit))
        .hasValueSatisfying(h -> assertThat(h.hours()).isEqualByComparingTo(hours));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Up to 10 hours per week | true",
        "Max. 15 hrs/week | true",
        "No more than 12 hours a week | true",
        "Bis zu 10 Stunden pro Woche | true",
        "hasta 10 horas semanales | true",
        "até 20 horas por semana | true",
        "10 hours per week | false",
        "about 10 hours per week | false"
      })
  void whatMayBeFewerIsTheMost(String text, boolean most) {
    assertThat(WorkingHours.of(text, UnitText.WEEK)).map(WorkingHours::most).contains(most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Support around the clock, 24 hours a day",
        "30+ hours per week",
        "less than 30 hrs/week",
        "more than 20 hours per week",
        "at least 10 hours per week",
        "$20/hour per week",
        "answers within 24 hours",
        "168 hours a week",
        "40 clients per week",
        "You accrue 8 hours of vacation per month and 4 hours per month of sick leave.",
        "We have 2 hours per week of team meetings.",
        "Must overlap 4 hours per day with US Eastern time.",
        "Overtime is 5 hours per week on average.",
        "On-call 5 hours per week in rotation.",
        "We reply within 24 hours. 1-hour weekly check-in.",
        "Lunch 1 hour per day unpaid.",
        "Full-time. A lab of 10 hours per week.",
        "Employees who work 30 hours per week get insurance.",
        "20 hours per week or more",
        "20 hours per week minimum"
      })
  void whatLeavesTheHoursOpenSaysNothing(String text) {
    assertThat(WorkingHours.of(text, UnitText.WEEK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"10 hours a week | MONTH | 43.3", "20 hours a week | YEAR | 1040"})
  void countsTheSameShareOfALongerSpan(String text, UnitText unit, BigDecimal hours) {
    assertThat(
            WorkingHours.of(text, unit)
                .map(h -> h.hours().setScale(2, java.math.RoundingMode.HALF_UP)))
        .hasValueSatisfying(h -> assertThat(h).isEqualByComparingTo(hours));
  }
}
